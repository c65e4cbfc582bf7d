/** Keys that sign requests. Never logged or shown; those of roles are written into the AWS CLI's cache, and nothing else is. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Absent for keys that do not expire. */
  readonly expiration?: Date;
  /** Known for some sources, such as SSO. */
  readonly accountId?: string;
}

/** Gives keys that are good now: kept ones, or new ones when those are about to expire. */
export type CredentialsProvider = (options?: {
  readonly signal?: AbortSignal | undefined;
  /** Keys a service said have expired: if these are the kept ones, new ones are wanted, whatever their own date says. */
  readonly refused?: Credentials | undefined;
}) => Promise<Credentials>;
