export function withEagerModules(text: string, sourceType: 'module' | 'script'): string;
