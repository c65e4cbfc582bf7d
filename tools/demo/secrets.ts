export const databasePassword = 'not-a-real-password';
export const mailKey = 'not-a-real-mail-key';

/** What only a person who asks for it may see, and no file may keep. */
export const plantedSecrets: readonly string[] = [databasePassword, mailKey];
