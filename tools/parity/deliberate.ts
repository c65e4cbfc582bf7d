/** What is deliberately different from boto3, with the reason as a sentence. */
export const deliberate: Readonly<Record<string, string>> = {};
