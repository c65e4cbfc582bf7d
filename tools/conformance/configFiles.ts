// Holds the reading of config files to botocore's, on generated files.

import { type ConfigCase, compareConfig } from '../../test/conformance/configFiles.ts';
import type { Comparison } from './comparison.ts';

export const configFiles: Comparison = {
  script: 'configFiles.py',
  options: ['--good', '1000', '--bad', '300', '--wild', '6000'],
  compare: async (_catalogue, given) => {
    const one = given as ConfigCase;
    return {
      title: one.error === undefined ? 'files that are read' : 'files that are refused',
      format: 'config',
      what: JSON.stringify(one.config),
      difference: compareConfig(one),
    };
  },
};
