/** Keys as a profile has them. */
export interface DemoKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The documented example keys; moto gives every key it does not know to its default account. */
export const exampleKeys: DemoKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

export const homeRegion = 'eu-west-1';
export const secondRegion = 'eu-central-1';
