"""Writes botocore's table of configuration variables: for each its key in the profile, its environment variables and its default.

    python3 tools/conformance/variables.py > test/conformance/variables.json

docs/configuration.md is held to it.
"""

import json

from botocore import configprovider


def plain(name, key, variables, usual):
    keys = key if isinstance(key, list) else [key]
    return {
        'name': name,
        'keys': ['.'.join(one) if isinstance(one, tuple) else one for one in keys if one is not None],
        'variables': variables if isinstance(variables, list) else [variables] if variables else [],
        'default': usual,
    }


tables = (configprovider.BOTOCORE_DEFAUT_SESSION_VARIABLES, configprovider.DEFAULT_S3_CONFIG_VARS, configprovider.DEFAULT_PROXIES_CONFIG_VARS)
rows = [plain(name, *row[:3]) for table in tables for name, row in table.items()]
print('[\n' + ',\n'.join(json.dumps(row) for row in rows) + '\n]')
