/** States by the words AWS makes them of: `running`, `CREATE_COMPLETE`, `stopped`, `ROLLBACK_FAILED`. */
const stateColours: readonly (readonly [RegExp, string])[] = [
  [/fail|error|impaired|unhealthy|unavailable|incompatible|rollback|inaccessible/i, 'charts.red'],
  [/ing$|ing[_ -]|progress|pending/i, 'charts.yellow'],
  [/stopped|terminated|inactive|disabled|delete|deregistered|expired/i, 'disabledForeground'],
  [
    /available|active|enabled|complete|in-?service|in-use|ok|healthy|ready|attached/i,
    'charts.green',
  ],
];

/** Absent for a state that says neither good nor bad. */
export function stateColour(state: string): string | undefined {
  if (/^running$/i.test(state)) return 'charts.green';
  return stateColours.find(([pattern]) => pattern.test(state))?.[1];
}
