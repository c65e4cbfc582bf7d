// Percent-encoding as AWS signs it: everything but letters, digits and `-._~` is escaped.

/** For a label of a path or a name or value of a query. */
export function percentEncode(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, escapeCharacter);
}

/** For a label that may hold several segments: `/` stays. */
export function percentEncodePath(text: string): string {
  return percentEncode(text).replaceAll('%2F', '/');
}

/** `application/x-www-form-urlencoded`: as `percentEncode`, a space being `+`. */
export function formEncode(fields: readonly (readonly [string, string])[]): string {
  let form = '';
  for (const [name, value] of fields) {
    form += `${form === '' ? '' : '&'}${formField(name)}=${formField(value)}`;
  }
  return form;
}

function formField(text: string): string {
  const encoded = percentEncode(text);
  return encoded === text ? text : encoded.replaceAll('%20', '+');
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
