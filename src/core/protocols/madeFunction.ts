/**
 * The function of these parameters whose body is `source`; undefined where the process does not let code be made. Nothing that
 * came over the wire may stand in either.
 */
export function madeFunction<Made>(
  parameters: readonly string[],
  source: string,
): Made | undefined {
  try {
    return new Function(...parameters, source) as Made;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
