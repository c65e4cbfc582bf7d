"""Profiles whose keys come from somewhere: files, environment, what the services answer, and what is in the caches.

Texts may hold `<<server>>`, the URL of the local server; `<<+60m>>`, the time in so many minutes as 2030-01-01T00:00:00Z, `<<utc+60m>>` with UTC at its end,
`<<ms+60m>>` in milliseconds since 1970; `<<role>>`, the name of the role that is asked for; `<<home>>`, the home folder; `<<dpop>>`, a new
private key in PEM, as it stands in JSON.
"""

from hashlib import sha1, sha256

KEY = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
OTHER = 'aws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n'
ENV_KEYS = {'AWS_ACCESS_KEY_ID': 'AKIAI44QH8DHBEXAMPLE', 'AWS_SECRET_ACCESS_KEY': 'from-environment'}
ARN = 'arn:aws:iam::123456789012:role/'
MFA = 'arn:aws:iam::123456789012:mfa/me'
START = 'https://example.awsapps.com/start#/'
SSO = f'sso_start_url = {START}\nsso_region = eu-west-1\n'
SSO_ROLE = 'sso_account_id = 123456789012\nsso_role_name = Reader\n'
SESSION = 'sso_session = my\n' + SSO_ROLE
SECTION = '[sso-session my]\n' + SSO
LOGIN = 'arn:aws:iam::123456789012:user/me'
METADATA = 'GET /latest/meta-data/iam/security-credentials/'
TOKEN = 'PUT /latest/api/token'

STS_KEYS = ('<Credentials><AccessKeyId>ASIA<<role>></AccessKeyId><SecretAccessKey>secret-of-<<role>></SecretAccessKey>'
            '<SessionToken>token-of-<<role>></SessionToken><Expiration><<+60m>></Expiration></Credentials>')
ROLE_USER = '<AssumedRoleUser><AssumedRoleId>id:x</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/<<role>>/x</Arn></AssumedRoleUser>'


def sts(action, result):
    return f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>{result}</{action}Result></{action}Response>'


def sts_error(code, status=403):
    return {'status': status, 'body': f'<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>'}


def json_error(code, status, **members):
    body = ', '.join(f'"{name}": "{value}"' for name, value in {'message': 'no', **members}.items())
    return {'status': status, 'headers': {'x-amzn-errortype': code}, 'body': '{' + body + '}'}


def keys_of(name, expires='<<+60m>>', **members):
    import json
    return {'body': json.dumps({'Code': 'Success', 'AccessKeyId': f'ASIA{name}', 'SecretAccessKey': f'secret-of-{name}', 'Token': f'token-of-{name}',
                                'Expiration': expires, **members})}


ROLE_KEYS = '{"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "secret-of-sso", "sessionToken": "token-of-sso", "expiration": <<ms+60m>>}}'
CREATED = '{"accessToken": "renewed", "expiresIn": 28800, "refreshToken": "next", "tokenType": "Bearer"}'
LOGGED_IN = ('{"accessToken": {"accessKeyId": "ASIARENEWED", "secretAccessKey": "secret-renewed", "sessionToken": "token-renewed"}, '
             '"tokenType": "aws_sigv4", "expiresIn": 900, "refreshToken": "next"}')

#: What the local server answers where a case says nothing else.
DEFAULTS = {
    'AssumeRole': {'body': sts('AssumeRole', STS_KEYS + ROLE_USER)},
    'AssumeRoleWithWebIdentity': {'body': sts('AssumeRoleWithWebIdentity', STS_KEYS + ROLE_USER)},
    'GET /federation/credentials': {'body': ROLE_KEYS},
    'POST /token': {'body': CREATED},
    'POST /v1/token': {'body': LOGGED_IN},
}
IMDS = {TOKEN: {'body': 'issued'}, METADATA: {'body': 'my-role'}, METADATA + 'my-role': keys_of('IMDS')}
POD = {'AWS_CONTAINER_CREDENTIALS_FULL_URI': '<<server>>/container'}

CASES = []


def case(name, config='', credentials='', profile='p', files=None, answers=None, environment=None, **options):
    """`files` below ~/.aws; `options`: `jitter`, the expiration is random."""
    CASES.append({'name': name, 'config': config, 'credentials': credentials, 'profile': profile, 'files': files or {},
                  'answers': answers or {}, 'environment': environment or {}, **options})


def p(body):
    return '[profile p]\n' + body


def role(name='Admin', source='source_profile = s\n', more=''):
    return p(f'role_arn = {ARN}{name}\n{source}{more}')


def shell(script):
    return p(f"credential_process = /bin/sh -c '{script}'\n")


def printed(text):
    return shell('echo "' + text.replace('"', '\\"') + '"')


def sso_token(name='my', left='+480m', **members):
    """A file of ~/.aws/sso/cache; a member that is None is left out."""
    token = {'startUrl': START, 'region': 'eu-west-1', 'accessToken': 'old', 'expiresAt': f'<<{left}>>', 'clientId': 'client',
             'clientSecret': 'client-secret', 'registrationExpiresAt': '<<+9000m>>', 'refreshToken': 'first', **members}
    return {f'sso/cache/{sha1(name.encode()).hexdigest()}.json': as_json({k: v for k, v in token.items() if v is not None})}


def legacy_token(left='+480m', **members):
    return sso_token(START, left, **{'clientId': None, 'clientSecret': None, 'registrationExpiresAt': None, 'refreshToken': None, **members})


def role_cache(text, name='CACHED', left='+60m', **members):
    keys = {'AccessKeyId': f'ASIA{name}', 'SecretAccessKey': f'secret-of-{name}', 'SessionToken': f'token-of-{name}', 'Expiration': f'<<{left}>>', **members}
    return {f'cli/cache/{sha1(text.encode()).hexdigest()}.json': as_json({'Credentials': {k: v for k, v in keys.items() if v is not None}})}


def login_token(left='+14m', keys=None, **members):
    keys = {'accessKeyId': 'ASIALOGIN', 'secretAccessKey': 'secret-of-login', 'sessionToken': 'token-of-login', 'accountId': '123456789012',
            'expiresAt': f'<<{left}>>', **(keys or {})}
    token = {'accessToken': keys, 'tokenType': 'aws_sigv4', 'refreshToken': 'first', 'idToken': 'id', 'clientId': 'arn:aws:signin:::devtools/same-device',
             'dpopKey': '<<dpop>>', **members}
    return {f'login/cache/{sha256(LOGIN.encode()).hexdigest()}.json': as_json({k: v for k, v in token.items() if v is not None})}


def as_json(value):
    import json
    return json.dumps(value)


def assume(name='Admin', **args):
    import json
    return json.dumps({**args, 'RoleArn': ARN + name}, sort_keys=True)


S = '[profile s]\n' + KEY

# --- A role from keys ---------------------------------------------------------------------------------------------------
case('role', role() + S)
case('role in a region', role(more='region = eu-west-1\n') + S)
case('role with keys in credentials', role(), '[s]\n' + KEY)
case('role from a session token', role() + '[profile s]\n' + KEY + 'aws_session_token = t\n')
case('role without a region', role() + S, environment={'AWS_DEFAULT_REGION': None})
case('role with an external id', role(more='external_id = x-1\n') + S)
case('role with an empty external id', role(more='external_id =\n') + S)
case('role with a session name', role(more='role_session_name = me@here\n') + S)
case('role with an empty session name', role(more='role_session_name =\n') + S)
case('role for a quarter of an hour', role(more='duration_seconds = 900\n') + S)
case('role for half a day', role(more='duration_seconds = 43200\n') + S)
case('role for too short a time', role(more='duration_seconds = 5\n') + S)
case('role for no time', role(more='duration_seconds = 15m\n') + S)
case('role for a time with spaces and a sign', role(more='duration_seconds = +3_600 \n') + S)
case('role with MFA', role(more=f'mfa_serial = {MFA}\n') + S)
case('role with everything', role(more=f'mfa_serial = {MFA}\nexternal_id = abc\nrole_session_name = me\nduration_seconds = 1800\n') + S)
case('role from itself', role(source='source_profile = p\n', more=KEY))
case('role in default', '[default]\nrole_arn = ' + ARN + 'Admin\nsource_profile = s\n' + S, profile=None)
case('role by AWS_PROFILE', role() + S, profile=None, environment={'AWS_PROFILE': 'p'})
case('role by AWS_PROFILE with keys in the environment', role() + S, profile=None, environment={'AWS_PROFILE': 'p', **ENV_KEYS})
case('role from a role', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = s\n' + S)
case('role from a role from a role', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = r\n'
     f'[profile r]\nrole_arn = {ARN}First\nsource_profile = s\nexternal_id = abc\n' + S)
case('role from a role that has keys', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = s\n' + OTHER + S)
case('role from a role with MFA', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = s\nmfa_serial = {MFA}\n' + S)
case('role from a role of the environment', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\ncredential_source = Environment\n',
     environment=ENV_KEYS)
case('role that is denied', role() + S, answers={'AssumeRole': sts_error('AccessDenied')})
case('role of keys that are unknown', role() + S, answers={'AssumeRole': sts_error('InvalidClientTokenId')})
case('role of keys that have expired', role() + S, answers={'AssumeRole': sts_error('ExpiredToken', 400)})
case('role that STS is too busy for', role() + S, answers={'AssumeRole': sts_error('Throttling', 400)})
case('role while STS is out of order', role() + S, answers={'AssumeRole': {'status': 500, 'body': ''}})
case('role while STS answers nonsense', role() + S, answers={'AssumeRole': {'body': 'nonsense'}})
case('role while STS answers nothing', role() + S, answers={'AssumeRole': {'body': ''}})
case('role without keys in the answer', role() + S, answers={'AssumeRole': {'body': sts('AssumeRole', ROLE_USER)}})
case('role without a user in the answer', role() + S, answers={'AssumeRole': {'body': sts('AssumeRole', STS_KEYS)}})
case('role whose answer is cut off', role() + S, answers={'AssumeRole': {'close': True}})
case('role whose keys have expired as they come', role() + S,
     answers={'AssumeRole': {'body': sts('AssumeRole', STS_KEYS.replace('+60m', '-1m') + ROLE_USER)}})
case('role with another policy in the answer', role() + S,
     answers={'AssumeRole': {'body': sts('AssumeRole', STS_KEYS + ROLE_USER + '<PackedPolicySize>6</PackedPolicySize><SourceIdentity>me</SourceIdentity>')}})
case('role in China', p('role_arn = arn:aws-cn:iam::123456789012:role/Admin\nsource_profile = s\nregion = cn-north-1\n') + S)
case('role by a path', p('role_arn = arn:aws:iam::123456789012:role/team/Admin\nsource_profile = s\n') + S)
case('role that is no ARN', p('role_arn = Admin\nsource_profile = s\n') + S)
case('role that is hardly anything', p('role_arn = x\nsource_profile = s\n') + S)
case('role without a source', role(source=''))
case('role without a source, with keys', role(source='', more=KEY))
case('role with two sources', role(more='credential_source = Environment\n') + S, environment=ENV_KEYS)
case('role of a profile that is not there', role())
case('role of a profile without keys', role() + '[profile s]\nregion = eu-west-1\n')
case('role of half a key', role() + '[profile s]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')
case('role of the other half', role() + '[profile s]\naws_secret_access_key = x\n')
case('roles in a circle', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = p\n')
case('roles in a later circle', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = r\n'
     f'[profile r]\nrole_arn = {ARN}First\nsource_profile = q\n')
case('role from itself without keys', role(source='source_profile = p\n'))

# --- A role from a named source -------------------------------------------------------------------------------------------
case('role of the environment', role(source='credential_source = Environment\n'), environment=ENV_KEYS)
case('role of an environment with a token', role(source='credential_source = Environment\n'), environment={**ENV_KEYS, 'AWS_SESSION_TOKEN': 't'})
case('role of an empty environment', role(source='credential_source = Environment\n'))
case('role of half an environment', role(source='credential_source = Environment\n'), environment={'AWS_ACCESS_KEY_ID': 'AKIAI44QH8DHBEXAMPLE'})
case('role of an expired environment', role(source='credential_source = Environment\n'), environment={**ENV_KEYS, 'AWS_CREDENTIAL_EXPIRATION': '<<-5m>>'})
case('role of the container', role(source='credential_source = EcsContainer\n'), environment=POD, answers={'GET /container': keys_of('POD')})
case('role of no container', role(source='credential_source = EcsContainer\n'))
case('role of a container that refuses', role(source='credential_source = EcsContainer\n'), environment=POD, answers={'GET /container': {'status': 403, 'body': 'no'}})
case('role of the instance', role(source='credential_source = Ec2InstanceMetadata\n'), answers=IMDS)
case('role of no instance', role(source='credential_source = Ec2InstanceMetadata\n'))
case('role of a source in small letters', role(source='credential_source = environment\n'), environment=ENV_KEYS)
case('role of an unknown source', role(source='credential_source = Moon\n'))

# --- A role from other kinds of profiles ------------------------------------------------------------------------------------
case('role of a process', role() + printed('{"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "s"}').replace('profile p', 'profile s'))
case('role of a process that fails', role() + shell('exit 1').replace('profile p', 'profile s'))
case('role of an SSO profile', role() + '[profile s]\n' + SESSION + SECTION, files=sso_token())
case('role of an SSO profile without a sign-in', role() + '[profile s]\n' + SESSION + SECTION)
case('role of a broken SSO profile', role() + '[profile s]\n' + SSO_ROLE)
case('role of a web identity', role() + f'[profile s]\nrole_arn = {ARN}Pod\nweb_identity_token_file = <<home>>/.aws/token\n', files={'token': 'jwt-of-pod'})
case('role of `aws login`', role() + f'[profile s]\nlogin_session = {LOGIN}\n', files=login_token())
case('role of `aws login` that nobody did', role() + f'[profile s]\nlogin_session = {LOGIN}\n')

# --- The cache of roles -----------------------------------------------------------------------------------------------------
case('cached role', role() + S, files=role_cache(assume()))
case('cached role with an account', role() + S, files=role_cache(assume(), AccountId='123456789012'))
case('cached role with everything', role(more=f'mfa_serial = {MFA}\nexternal_id = é"\\\nrole_session_name = me\nduration_seconds = 1800\n') + S,
     files=role_cache(assume(SerialNumber=MFA, ExternalId='é"\\', RoleSessionName='me', DurationSeconds=1800)))
case('cached role for another time', role(more='duration_seconds = 3600\n') + S, files=role_cache(assume()))
case('cached role that has expired', role() + S, files=role_cache(assume(), left='-1m'))
case('cached role with ten minutes left', role() + S, files=role_cache(assume(), left='+10m'))
case('cached role with twenty minutes left', role() + S, files=role_cache(assume(), left='+20m'))
case('cached role in the words of botocore', role() + S, files=role_cache(assume(), Expiration='<<utc+60m>>'))
case('cached role that is not JSON', role() + S, files={k: 'nonsense' for k in role_cache(assume())})
case('cached role in the middle', role(source='source_profile = q\n') + f'[profile q]\nrole_arn = {ARN}Middle\nsource_profile = s\n' + S,
     files=role_cache(assume('Middle')))
case('cached role of a web identity', p(f'role_arn = {ARN}Pod\nweb_identity_token_file = /nowhere\n'), files=role_cache(assume('Pod')))
case('cached role of SSO', p(SESSION) + SECTION, files=role_cache('{"accountId":"123456789012","roleName":"Reader","sessionName":"my"}', ProviderType='sso'))
case('cached role of the older SSO', p(SSO + SSO_ROLE),
     files=role_cache(f'{{"accountId":"123456789012","roleName":"Reader","startUrl":"{START}"}}', AccountId='123456789012'))
case('cached role of SSO that has expired', p(SESSION) + SECTION,
     files={**sso_token(), **role_cache('{"accountId":"123456789012","roleName":"Reader","sessionName":"my"}', left='-5m')})

# --- Web identity ---------------------------------------------------------------------------------------------------------------
WEB = f'role_arn = {ARN}Pod\nweb_identity_token_file = <<home>>/.aws/token\n'
WEB_ENV = {'AWS_WEB_IDENTITY_TOKEN_FILE': '<<home>>/.aws/token', 'AWS_ROLE_ARN': ARN + 'Env'}
case('web identity', p(WEB), files={'token': 'jwt-of-pod'})
case('web identity with a name', p(WEB + 'role_session_name = pod\n'), files={'token': 'jwt-of-pod'})
case('web identity with an empty name', p(WEB + 'role_session_name =\n'), files={'token': 'jwt-of-pod'})
case('web identity with a line end in the token', p(WEB), files={'token': 'jwt-of-pod\n'})
case('web identity with an empty token', p(WEB), files={'token': ''})
case('web identity without its file', p(WEB))
case('web identity in the home folder', p(f'role_arn = {ARN}Pod\nweb_identity_token_file = ~/.aws/token\n'), files={'token': 'jwt-of-pod'})
case('web identity without a role', p('web_identity_token_file = /x\n'))
case('web identity over a source', p(WEB + 'source_profile = s\n') + S, files={'token': 'jwt-of-pod'})
case('web identity over keys', p(WEB + KEY), files={'token': 'jwt-of-pod'})
case('web identity that is denied', p(WEB), files={'token': 'jwt-of-pod'}, answers={'AssumeRoleWithWebIdentity': sts_error('AccessDenied')})
case('web identity that has expired', p(WEB), files={'token': 'jwt-of-pod'}, answers={'AssumeRoleWithWebIdentity': sts_error('ExpiredTokenException', 400)})
case('web identity of the environment', profile=None, files={'token': 'jwt-of-pod'}, environment=WEB_ENV)
case('web identity of the environment with a name', profile=None, files={'token': 'jwt-of-pod'}, environment={**WEB_ENV, 'AWS_ROLE_SESSION_NAME': 'pod'})
case('web identity of the environment, role of the profile', '[default]\nrole_arn = ' + ARN + 'Pod\nregion = eu-west-1\nsource_profile = default\n' + KEY, profile=None,
     files={'token': 'jwt-of-pod'}, environment={'AWS_WEB_IDENTITY_TOKEN_FILE': '<<home>>/.aws/token'})
case('web identity of the environment over SSO', '[default]\n' + SESSION + SECTION, profile=None, files={'token': 'jwt-of-pod', **sso_token()}, environment=WEB_ENV)
case('web identity of the environment, profile picked', p(KEY), files={'token': 'jwt-of-pod'}, environment=WEB_ENV)
case('web identity with an empty variable', '[default]\n' + WEB, profile=None, files={'token': 'jwt-of-pod'}, environment={'AWS_WEB_IDENTITY_TOKEN_FILE': ''})
case('web identity with an empty variable for the role', '[default]\n' + WEB, profile=None, files={'token': 'jwt-of-pod'}, environment={'AWS_ROLE_ARN': ''})

# --- SSO ------------------------------------------------------------------------------------------------------------------------
case('SSO', p(SESSION) + SECTION, files=sso_token())
case('SSO of the older form', p(SSO + SSO_ROLE), files=legacy_token())
case('SSO without a sign-in', p(SESSION) + SECTION)
case('SSO of the older form without a sign-in', p(SSO + SSO_ROLE))
case('SSO with the token of the older form', p(SESSION) + SECTION, files=legacy_token())
case('SSO that expires soon', p(SESSION) + SECTION, files=sso_token(left='+10m'))
case('SSO that has expired', p(SESSION) + SECTION, files=sso_token(left='-10m'))
case('SSO of the older form that has expired', p(SSO + SSO_ROLE), files=legacy_token(left='-10m'))
case('SSO of the older form with a refresh token that has expired', p(SSO + SSO_ROLE), files=sso_token(START, left='-10m'))
case('SSO that expires soon without a refresh token', p(SESSION) + SECTION, files=sso_token(left='+10m', refreshToken=None))
case('SSO that has expired without a refresh token', p(SESSION) + SECTION, files=sso_token(left='-10m', refreshToken=None))
case('SSO that has expired without a client', p(SESSION) + SECTION, files=sso_token(left='-10m', clientId=None))
case('SSO that has expired with its client', p(SESSION) + SECTION, files=sso_token(left='-10m', registrationExpiresAt='<<-1m>>'))
case('SSO that expires soon with an expired client', p(SESSION) + SECTION, files=sso_token(left='+10m', registrationExpiresAt='<<-1m>>'))
case('SSO whose renewal is refused', p(SESSION) + SECTION, files=sso_token(left='-10m'), answers={'POST /token': json_error('InvalidGrantException', 400)})
case('SSO that expires soon, whose renewal is refused', p(SESSION) + SECTION, files=sso_token(left='+10m'),
     answers={'POST /token': json_error('InvalidGrantException', 400)})
case('SSO whose renewal fails', p(SESSION) + SECTION, files=sso_token(left='+10m'), answers={'POST /token': {'status': 500, 'body': '{}'}})
case('SSO whose renewal gives no new refresh token', p(SESSION) + SECTION, files=sso_token(left='+10m'),
     answers={'POST /token': {'body': '{"accessToken": "renewed", "expiresIn": 3600}'}})
case('SSO with a token that is no JSON', p(SESSION) + SECTION, files={k: 'nonsense' for k in sso_token()})
case('SSO with a token without its end', p(SESSION) + SECTION, files=sso_token(expiresAt=None))
case('SSO with a file without a token', p(SESSION) + SECTION, files=sso_token(accessToken=None))
case('SSO with a token in the words of older CLIs', p(SSO + SSO_ROLE), files=legacy_token(expiresAt='<<utc+60m>>'))
case('SSO with a token until a time without a zone', p(SSO + SSO_ROLE), files=legacy_token(expiresAt='2099-01-01T00:00:00'))
case('SSO whose token is refused', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': json_error('UnauthorizedException', 401)})
case('SSO without access to the role', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': json_error('ForbiddenException', 403)})
case('SSO without such an account', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': json_error('ResourceNotFoundException', 404)})
case('SSO that is too busy', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': json_error('TooManyRequestsException', 429)})
case('SSO while the portal is out of order', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': {'status': 500, 'body': '{}'}})
case('SSO while the portal answers nothing', p(SESSION) + SECTION, files=sso_token(), answers={'GET /federation/credentials': {'body': '{}'}})
case('SSO with a quoted session', p('sso_session = my org\n' + SSO_ROLE) + '[sso-session "my org"]\n' + SSO, files=sso_token('my org'))
case('SSO with a session that is not there', p(SESSION))
case('SSO with an empty session', p(SESSION) + '[sso-session my]\n')
case('SSO with half a session', p(SESSION) + '[sso-session my]\nsso_region = eu-west-1\n', files=sso_token())
case('SSO with one half in the session and one in the profile', p(SESSION + 'sso_region = eu-west-1\n') + f'[sso-session my]\nsso_start_url = {START}\n', files=sso_token())
case('SSO that contradicts its session', p(SESSION + 'sso_region = us-east-1\n') + SECTION, files=sso_token())
case('SSO that agrees with its session', p(SESSION + 'sso_region = eu-west-1\n') + SECTION, files=sso_token())
case('SSO without an account', p(SSO + 'sso_role_name = Reader\n'))
case('SSO without a role', p(SSO + 'sso_account_id = 123456789012\n'))
case('SSO without a start URL', p('sso_region = eu-west-1\n' + SSO_ROLE))
case('SSO without a region', p(f'sso_start_url = {START}\n' + SSO_ROLE))
case('SSO session alone', p('sso_session = my\n') + SECTION, files=sso_token())
case('SSO over keys', p(SESSION + KEY) + SECTION, files=sso_token())
case('SSO of two profiles with one session', p(SESSION) + '[profile q]\nsso_session = my\nsso_account_id = 210987654321\nsso_role_name = Other\n' + SECTION,
     profile='q', files=sso_token())

# --- aws login ------------------------------------------------------------------------------------------------------------------
L = p(f'login_session = {LOGIN}\n')
case('login', L, files=login_token())
case('login that nobody did', L)
case('login with six minutes left', L, files=login_token('+6m'))
case('login with four minutes left', L, files=login_token('+4m'))
case('login that has expired', L, files=login_token('-4m'))
case('login that has expired, without a region', p(f'login_session = {LOGIN}\n'), files=login_token('-4m'), environment={'AWS_DEFAULT_REGION': None})
case('login whose renewal has expired', L, files=login_token('-4m'), answers={'POST /v1/token': json_error('AccessDeniedException', 400, error='TOKEN_EXPIRED')})
case('login whose password was changed', L, files=login_token('-4m'), answers={'POST /v1/token': json_error('AccessDeniedException', 400, error='USER_CREDENTIALS_CHANGED')})
case('login that may not be renewed', L, files=login_token('-4m'), answers={'POST /v1/token': json_error('AccessDeniedException', 400, error='INSUFFICIENT_PERMISSIONS')})
case('login that is refused', L, files=login_token('-4m'), answers={'POST /v1/token': json_error('AccessDeniedException', 400, error='AUTHCODE_EXPIRED')})
case('login whose renewal fails', L, files=login_token('-4m'), answers={'POST /v1/token': json_error('InternalServerException', 500)})
case('login without a key', L, files=login_token(dpopKey=None))
case('login with a key that is none', L, files=login_token('-4m', dpopKey='nonsense'))
case('login without a refresh token', L, files=login_token(refreshToken=None))
case('login without keys', L, files=login_token(accessToken=None))
case('login with half its keys', L, files=login_token(keys={'secretAccessKey': ''}))
case('login under keys', p(f'login_session = {LOGIN}\n'), '[p]\n' + KEY, files=login_token())
case('login over keys of config', p(f'login_session = {LOGIN}\n' + KEY), files=login_token())
case('login over a process', p(f'login_session = {LOGIN}\ncredential_process = /bin/false\n'), files=login_token())
case('login in another folder', L, files={k.replace('login/cache', 'elsewhere'): v for k, v in login_token().items()},
     environment={'AWS_LOGIN_CACHE_DIRECTORY': '~/.aws/elsewhere'})

# --- Processes ------------------------------------------------------------------------------------------------------------------
GOOD = '"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "s"'
case('process', printed('{' + GOOD + '}'))
case('process with all', printed('{' + GOOD + ', "SessionToken": "t", "Expiration": "<<+60m>>", "AccountId": "123456789012"}'))
case('process with an account of the profile', printed('{' + GOOD + '}') + 'aws_account_id = 210987654321\n')
case('process with both accounts', printed('{' + GOOD + ', "AccountId": "123456789012"}') + 'aws_account_id = 210987654321\n')
case('process whose keys have expired', printed('{' + GOOD + ', "SessionToken": "t", "Expiration": "<<-60m>>"}'))
case('process whose keys expire at no time', printed('{' + GOOD + ', "Expiration": "soon"}'))
case('process whose keys expire without a zone', printed('{' + GOOD + ', "Expiration": "2099-01-01T00:00:00"}'))
case('process with nothing for an expiration', printed('{' + GOOD + ', "Expiration": null, "SessionToken": null}'))
case('process that fails', shell('exit 3'))
case('process that fails with secrets on stderr', shell('echo SECRET >&2; echo SECRET; exit 3'))
case('process that is well with secrets on stderr', shell('echo SECRET >&2; echo "{' + GOOD.replace('"', '\\"') + '}"'))
case('process that prints nothing', shell('true'))
case('process that prints nonsense', shell('echo nonsense'))
case('process that prints a list', shell('echo "[]"'))
case('process that prints another version', printed('{"Version": 2}'))
case('process that prints no version', printed('{"AccessKeyId": "A", "SecretAccessKey": "s"}'))
case('process that prints its version as text', printed('{' + GOOD.replace('1,', '"1",', 1) + '}'))
case('process that prints half a key', printed('{"Version": 1, "AccessKeyId": "A"}'))
case('process that prints the other half', printed('{"Version": 1, "SecretAccessKey": "A"}'))
case('process that is slow', shell('sleep 1; echo "{' + GOOD.replace('"', '\\"') + '}"'))
case('process that is killed', shell('kill -9 $$'))
case('process that is not there', p('credential_process = /nowhere/program --x\n'))
case('process that may not be run', p('credential_process = <<home>>/.aws/config\n'))
case('process with an open quotation', p('credential_process = /bin/echo "open\n'))
case('process that prints much', shell('i=0; while [ $i -lt 2000 ]; do echo "                                        "; i=$((i+1)); done; echo "{' + GOOD.replace('"', '\\"') + '}"'))
case('process with the environment', shell('echo "{\\"Version\\": 1, \\"AccessKeyId\\": \\"$NAME\\", \\"SecretAccessKey\\": \\"s\\"}"'), environment={'NAME': 'AKIAIOSFODNN7EXAMPLE'})
case('process under keys of credentials', p('credential_process = /bin/false\n'), '[p]\n' + OTHER)
case('process over keys of config', printed('{' + GOOD + '}') + OTHER)
case('process in credentials', '', f"[p]\ncredential_process = /bin/echo '{{{GOOD}}}'\n")

# --- Keys and the environment -----------------------------------------------------------------------------------------------
case('keys', p(KEY))
case('keys with a token', p(KEY + 'aws_session_token = t\n'))
case('keys with MFA and no role', p(KEY + 'region = eu-west-1\n'))
case('environment', profile=None, environment=ENV_KEYS)
case('environment with all', profile=None, environment={**ENV_KEYS, 'AWS_SESSION_TOKEN': 't', 'AWS_ACCOUNT_ID': '123456789012', 'AWS_CREDENTIAL_EXPIRATION': '<<+60m>>'})
case('environment that has expired', profile=None, environment={**ENV_KEYS, 'AWS_CREDENTIAL_EXPIRATION': '<<-60m>>'})
case('environment that expires soon', profile=None, environment={**ENV_KEYS, 'AWS_CREDENTIAL_EXPIRATION': '<<+5m>>'})
case('environment that expires at no time', profile=None, environment={**ENV_KEYS, 'AWS_CREDENTIAL_EXPIRATION': 'soon'})
case('environment without a secret', profile=None, environment={'AWS_ACCESS_KEY_ID': 'AKIAI44QH8DHBEXAMPLE'})
case('nothing at all', profile=None)
case('no such profile', p(KEY), profile='q')

# --- Files of older tools ---------------------------------------------------------------------------------------------------
EC2 = {'AWS_CREDENTIAL_FILE': '<<home>>/.aws/ec2'}
case('EC2 tools', profile=None, files={'ec2': 'AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE\n# x\n AWSSecretKey = s=1 \n'}, environment=EC2)
case('EC2 tools without a key', profile=None, files={'ec2': '\n'}, environment=EC2)
case('EC2 tools without a secret', profile=None, files={'ec2': 'AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE\n'}, environment=EC2)
case('EC2 tools without their file', profile=None, environment=EC2)
case('EC2 tools under keys', p(KEY), files={'ec2': 'AWSAccessKeyId=A\nAWSSecretKey=s\n'}, environment=EC2)
case('boto', profile=None, files={'../.boto': '[Credentials]\n' + KEY})
case('boto by its variable', profile=None, files={'b': '[Credentials]\n' + KEY + 'aws_session_token = t\n'}, environment={'BOTO_CONFIG': '~/.aws/b'})
case('boto without a secret', profile=None, files={'b': '[Credentials]\naws_access_key_id = A\n'}, environment={'BOTO_CONFIG': '~/.aws/b'})
case('boto that cannot be read', profile=None, files={'b': 'nonsense\n'}, environment={'BOTO_CONFIG': '~/.aws/b'})
case('boto without keys', profile=None, files={'b': '[Boto]\ndebug = 1\n'}, environment={'BOTO_CONFIG': '~/.aws/b'})

# --- Containers -----------------------------------------------------------------------------------------------------------------
case('container', profile=None, environment=POD, answers={'GET /container': keys_of('POD')})
case('container with an account', profile=None, environment=POD, answers={'GET /container': keys_of('POD', AccountId='123456789012')})
case('container with a token', profile=None, environment={**POD, 'AWS_CONTAINER_AUTHORIZATION_TOKEN': 'Basic x'}, answers={'GET /container': keys_of('POD')})
case('container with a token in a file', profile=None, files={'t': 'from-file'}, answers={'GET /container': keys_of('POD')},
     environment={**POD, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE': '<<home>>/.aws/t', 'AWS_CONTAINER_AUTHORIZATION_TOKEN': 'not this'})
case('container with a token of two lines', profile=None, environment={**POD, 'AWS_CONTAINER_AUTHORIZATION_TOKEN': 'a\nb'}, answers={'GET /container': keys_of('POD')})
case('container with a file that ends a line', profile=None, files={'t': 'from-file\n'}, environment={**POD, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE': '<<home>>/.aws/t'})
case('container without its file', profile=None, environment={**POD, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE': '/nowhere'})
case('container with a query', profile=None, environment={'AWS_CONTAINER_CREDENTIALS_FULL_URI': '<<server>>/container?id=a%20b&x=1'}, answers={'GET /container': keys_of('POD')})
case('container that is elsewhere', profile=None, environment={'AWS_CONTAINER_CREDENTIALS_FULL_URI': 'http://example.com/keys'})
case('container that is not there', profile=None, environment={'AWS_CONTAINER_CREDENTIALS_FULL_URI': 'http://127.0.0.1:9/keys'})
case('container that refuses', profile=None, environment=POD, answers={'GET /container': {'status': 401, 'body': 'no'}})
case('container that gets well', profile=None, environment=POD, answers={'GET /container': [{'status': 500, 'body': ''}, {'body': 'nonsense'}, keys_of('POD')]})
case('container that answers nonsense', profile=None, environment=POD, answers={'GET /container': {'body': 'nonsense'}})
case('container that answers a list', profile=None, environment=POD, answers={'GET /container': {'body': '[]'}})
case('container that answers half', profile=None, environment=POD, answers={'GET /container': {'body': '{"AccessKeyId": "A", "SecretAccessKey": "s"}'}})
case('container whose keys have expired', profile=None, environment=POD, answers={'GET /container': keys_of('POD', '<<-5m>>')})
case('container under keys', p(KEY), environment=POD)
case('container for a profile without keys', p('region = eu-west-1\n'), environment=POD, answers={'GET /container': keys_of('POD')})

# --- Instances -------------------------------------------------------------------------------------------------------------------
ON = {'AWS_EC2_METADATA_DISABLED': 'false'}
case('instance', profile=None, answers=IMDS)
case('instance for a profile without keys', p('region = eu-west-1\n'), answers=IMDS)
case('instance that is switched off', profile=None, answers=IMDS, environment={'AWS_EC2_METADATA_DISABLED': 'TRUE'})
case('instance that is switched on', profile=None, answers=IMDS, environment=ON)
case('instance of version 1', profile=None, answers={**IMDS, TOKEN: {'status': 404, 'body': ''}})
case('instance that forbids tokens', profile=None, answers={**IMDS, TOKEN: {'status': 403, 'body': ''}})
case('instance that knows no PUT', profile=None, answers={**IMDS, TOKEN: {'status': 405, 'body': ''}})
case('instance that takes no PUT', profile=None, answers={**IMDS, TOKEN: {'status': 400, 'body': ''}})
case('instance whose tokens are out of order', profile=None, answers={**IMDS, TOKEN: {'status': 500, 'body': ''}})
case('instance whose token does not come', profile=None, answers={**IMDS, TOKEN: {'delay': 1.5, 'body': 'late'}})
case('instance of version 1, which is forbidden', profile=None, answers={**IMDS, TOKEN: {'status': 404, 'body': ''}}, environment={'AWS_EC2_METADATA_V1_DISABLED': 'true'})
case('instance of version 1, which the profile forbids', p('ec2_metadata_v1_disabled = true\n'), answers={**IMDS, TOKEN: {'status': 404, 'body': ''}})
case('instance without a role', profile=None, answers={TOKEN: {'body': 'issued'}, METADATA: {'status': 404, 'body': ''}})
case('instance with an empty role', profile=None, answers={TOKEN: {'body': 'issued'}, METADATA: {'body': ''}})
case('instance without keys for its role', profile=None, answers={**IMDS, METADATA + 'my-role': {'status': 404, 'body': ''}})
case('instance that is not trusted', profile=None, answers={**IMDS, METADATA + 'my-role': {'body': '{"Code": "AssumeRoleUnauthorizedAccess", "Message": "no"}'}})
case('instance that answers nonsense', profile=None, answers={**IMDS, METADATA + 'my-role': {'body': 'nonsense'}})
case('instance that answers half', profile=None, answers={**IMDS, METADATA + 'my-role': {'body': '{"AccessKeyId": "A", "SecretAccessKey": "s", "Token": "t"}'}})
case('instance whose keys have expired', profile=None, answers={**IMDS, METADATA + 'my-role': keys_of('IMDS', '<<-60m>>')}, jitter=True)
case('instance whose keys expire soon', profile=None, answers={**IMDS, METADATA + 'my-role': keys_of('IMDS', '<<+5m>>')}, jitter=True)
case('instance that gets well at the second try', profile=None, answers={**IMDS, METADATA: [{'status': 500, 'body': ''}, {'body': 'my-role'}]},
     environment={'AWS_METADATA_SERVICE_NUM_ATTEMPTS': '2'})
case('instance that gets well too late', profile=None, answers={**IMDS, METADATA: [{'status': 500, 'body': ''}, {'body': 'my-role'}]})
case('instance with patience', p('metadata_service_timeout = 3\n'), answers={**IMDS, METADATA: {'delay': 1.5, 'body': 'my-role'}})
case('instance without patience', profile=None, answers={**IMDS, METADATA: {'delay': 1.5, 'body': 'my-role'}})
case('instance at an address of the profile', p('ec2_metadata_service_endpoint = <<server>>/\n'), answers=IMDS, environment={'AWS_EC2_METADATA_SERVICE_ENDPOINT': None})
case('instance at no address', p(KEY), environment={'AWS_EC2_METADATA_SERVICE_ENDPOINT': 'nowhere at all'})
case('instance at an unknown kind of address', p(KEY + 'ec2_metadata_service_endpoint_mode = ipv5\n'))
case('instance at a known kind of address', p(KEY + 'ec2_metadata_service_endpoint_mode = IPv6\n'))
case('instance with a time that is none', p(KEY + 'metadata_service_timeout = soon\n'))
case('instance with a number that is none', p(KEY), environment={'AWS_METADATA_SERVICE_NUM_ATTEMPTS': 'many'})
