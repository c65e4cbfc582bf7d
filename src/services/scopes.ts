import type { GlobalScope } from '../core/resources/kind.ts';

const first = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
};

/** Services whose answers are the same in every region and come from each partition's first. */
export const usEast1: GlobalScope = { global: first };

/** As `usEast1`, for services that China has in Ningxia. */
export const usEast1OrNingxia: GlobalScope = { global: { ...first, 'aws-cn': 'cn-northwest-1' } };

/** Global Accelerator is asked in Oregon, and is in no other partition. */
export const usWest2: GlobalScope = { global: { aws: 'us-west-2' } };
