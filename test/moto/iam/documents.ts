// Documents that IAM takes.

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::example' }],
};

const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } },
  ],
};

export const documents = {
  policy: JSON.stringify(policy),
  trust: JSON.stringify(trust),
  saml: `<EntityDescriptor entityID="https://example.com">${' '.repeat(1000)}</EntityDescriptor>`,
  /** Of example.com, signed by itself, with no key anywhere. */
  certificate: `-----BEGIN CERTIFICATE-----
MIIBgzCCASmgAwIBAgIUE557oMpJwjyJZ9Rketpbryn5SbIwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZXhhbXBsZS5jb20wIBcNMjYxMTIyMjAzMzAyWhgPMjEyNjEw
MjkyMDMzMDJaMBYxFDASBgNVBAMMC2V4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEEJKj4TY0zz/lE7BJzyO+ce2oqmMoCf8q26/Zvhw+bZ0EI1cW
5MJFeacWJo2eegvO3NaACQeZT05IBOxC5rspb6NTMFEwHQYDVR0OBBYEFPbxUvc+
/qDFEXMukFvC2PuBCVNlMB8GA1UdIwQYMBaAFPbxUvc+/qDFEXMukFvC2PuBCVNl
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgEZ5EgrmiNxGkCe1Z
ViK+IkfWr0EZg7USNEy1YeYkZIsCIQDvpcusBKANAz/0GpsC2GbROTSalXEAGdnR
QXUC/BRO4A==
-----END CERTIFICATE-----`,
};
