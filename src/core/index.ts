// What the core offers to the outside: to the library `dist/core.mjs`, to tools and to tests. What is not named here may
// change without notice. The extension's own code imports the files themselves.

// A Client comes from a Session; made by hand, it needs a service's description, and gives up what a Session knows.
export { type CallRecord, Client, type ClientOptions } from './client.ts';
export type { CredentialKind, Profile } from './config/profile.ts';
// A Session is where everything begins; Sessions keep one for each profile and follow the shared files.
export { defaultProfileName } from './config/profileChoice.ts';
export type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
export type { AskMfa, AskMfaOptions } from './credentials/source.ts';
// Items of DynamoDB as plain values, conditions on them, and many of them written at once.
export * as dynamodb from './dynamodb/dynamodb.ts';
// Every error, to be told apart by class or by `code`.
export * from './errors.ts';
export { EventStream } from './eventStream.ts';
export type { HttpRequest, HttpResponse, Send, SendOptions } from './http/message.ts';
// The body of a request that is a file, read while it is sent.
export { type FileRange, fileBody, ReplayableBody } from './http/replayableBody.ts';
export { type CreateSendOptions, createSend } from './http/send.ts';
export { parseJson, toJson } from './json.ts';
// The descriptions of services, and JSON as inputs and outputs are written.
export { type Catalogue, type CatalogueOptions, openCatalogue } from './models/catalogue.ts';
export type { OperationModel, Service, ServiceSummary, Shape } from './models/model.ts';
export { findOperations, type OperationMatch } from './models/search.ts';
export { inputSkeleton, requiresInput } from './models/skeleton.ts';
export type { PresignOptions } from './presign.ts';
export type { PostCondition, PresignedPost, PresignPostOptions } from './presignPost.ts';
// What is wrong with an input, and what is doubtful, before anything is sent.
export { type InspectedInput, inspectInput, type ParamWarning } from './protocols/inspect.ts';
export type { Document } from './protocols/protocol.ts';
// Buckets and objects as resources, with files and streams into them and out of them.
export * as s3 from './s3/s3.ts';
export { type Region, Session, type SessionOptions } from './session.ts';
export { Sessions, type SessionsOptions } from './sessions.ts';
export type { ClientSettings, S3Settings } from './settings.ts';
// What a person signs in to, and how.
export type { SignedIn, SignInMethod, SignInOptions, SignInPrompt } from './signIn/options.ts';
export type { LoginTarget, SignInTarget, SsoTarget } from './signIn/target.ts';
// Objects of S3 as a whole, in parts where they are large: from and to files and streams, and within S3.
export type { TransferOptions, TransferProgress } from './transfer/plan.ts';
export type { UploadSource } from './transfer/source.ts';
export * from './transfer/transfer.ts';
