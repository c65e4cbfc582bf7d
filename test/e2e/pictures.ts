// What the person saw at the end of each step, kept in out/screenshots.

import { join } from 'node:path';
import { afterEach } from 'node:test';
import type { Workbench } from '../../tools/host/workbench.ts';
import { root } from '../../tools/root.ts';

export function takePicture(workbench: Workbench, name: string): Promise<void> {
  return workbench.screenshot(join(root, 'out', 'screenshots', `${name}.png`));
}

/** After each test of the suite it is called in; the file is named after the test, behind `prefix`. */
export function pictureEachStep(prefix: string, workbench: () => Workbench): void {
  afterEach(async (context) => {
    const name = 'name' in context ? context.name.replaceAll(/[^a-z0-9]+/gi, '-') : 'step';
    await takePicture(workbench(), `${prefix}${name}`);
  });
}
