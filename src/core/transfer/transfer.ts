// Objects of S3 as a whole, in parts where they are large: from and to files and streams, and within S3. What moves them is
// loaded with the first of them.

export type { CopyOptions } from './copy.ts';
export type { DeleteOptions } from './deletePrefix.ts';
export type { DownloadOptions } from './download.ts';
export type { UploadOptions } from './upload.ts';

export const copy: typeof import('./copy.ts').copy = async (...args) =>
  (await import('./copy.ts')).copy(...args);

export const deletePrefix: typeof import('./deletePrefix.ts').deletePrefix = async (...args) =>
  (await import('./deletePrefix.ts')).deletePrefix(...args);

export const download: typeof import('./download.ts').download = async (...args) =>
  (await import('./download.ts')).download(...args);

export const downloadStream: typeof import('./download.ts').downloadStream = async (...args) =>
  (await import('./download.ts')).downloadStream(...args);

export const upload: typeof import('./upload.ts').upload = async (...args) =>
  (await import('./upload.ts')).upload(...args);
