/** The tag by which EC2's resources have names. */
export function named(type: string, name: string): readonly object[] {
  return [{ ResourceType: type, Tags: [{ Key: 'Name', Value: name }] }];
}
