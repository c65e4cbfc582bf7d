/** What is deliberately different from boto3, by the key that reports give it, with the reason as a sentence. */
export const deliberate: Readonly<Record<string, string>> = {
  'cloudformation.StackResourceSummary reference Resource':
    'A summary and a resource are one kind here, so it would lead to itself.',
  'cloudwatch.Metric action GetStatistics':
    'Gives the dimensions of a listed metric, without which AWS has no data. Input may give others.',
  'cloudwatch.Metric action PutAlarm':
    'Gives the dimensions of a listed metric, which the alarm would not watch without them. Input may give others.',
  'cloudwatch.Metric collection Alarms':
    'Gives the dimensions of a listed metric, without which AWS finds no alarm of it. `filter` gives others.',
  'cloudwatch.Metric load':
    'The listing tells all of a metric; boto3 loads the first one of that name, which may have other dimensions.',
  'ec2 collection Images':
    'Asks for your own images: without an owner, tens of thousands of public ones come. `filter` gives others.',
  'ec2 collection Snapshots':
    'Asks for your own snapshots: without an owner, tens of thousands of public ones come. `filter` gives others.',
  'ec2.Snapshot action Copy':
    'Gives the region of the snapshot, which boto3 makes the caller repeat. Input may give another.',
  'ec2.Tag load':
    'Filters by the resource too: boto3 does not, and so may load the same tag of another resource.',
  'ec2.Volume collection Snapshots':
    'Asks for your own snapshots: without an owner, AWS goes through every public one. `filter` gives others.',
  'glacier.Vault collection MultipartUplaods':
    'A misspelling that boto3 keeps for old programs; `MultipartUploads` is the same list.',
  'iam action CreateSigningCertificate':
    'The user comes from the answer, so that the certificate can be named.',
  'iam collection Policies':
    'Without `Scope`, more than a thousand policies managed by AWS come first.',
  'iam.AccessKeyPair identifiers':
    'A pair is an `AccessKey`: a secret is no part of what names a thing. It is in the answer of the action that made it.',
  'iam.User action CreateAccessKeyPair':
    'The key it gives is named by user and id; the secret is in the answer alone.',
  's3 action CreateBucket':
    'Gives the region of the Session, which boto3 makes the caller repeat in every region but the first. Input may give another.',
  's3 collection Buckets':
    'With `MaxBuckets`, S3 tells the region of each bucket, and gives pages.',
  's3.Bucket action Create':
    'Gives the region of the Session, which boto3 makes the caller repeat in every region but the first. Input may give another.',
  's3.Bucket collection ObjectVersions':
    'Versions and delete markers are two lists in the answer, and are read one after the other.',
  's3.Bucket collection Objects':
    '`ListObjectsV2` gives the same objects by pages that S3 advises.',
  's3.ObjectSummary reference Object':
    'A summary and an object are one kind here, so it would lead to itself.',
  'sns.Subscription load': 'Attributes are members of the resource, not of a member `Attributes`.',
  'sns.Topic load': 'Attributes are members of the resource, not of a member `Attributes`.',
  'sqs.Queue load': 'Attributes are members of the resource, not of a member `Attributes`.',
};
