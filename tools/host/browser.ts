import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findCommand } from '../command.ts';
import { ensurePackages } from './debian.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium or Chrome; installs Debian's when there is none. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  await ensurePackages(['chromium', 'fonts-dejavu-core'], 'the tests in a browser');
  const installed = findChromium();
  if (!installed) throw new Error('No Chromium or Chrome was found. Install one of them.');
  return installed;
}

function findChromium(): string | undefined {
  return findCommand(...names) ?? usualPlaces.find((path) => existsSync(path));
}

/**
 * What code-server's own program adds to the editor's server, which runs without it here: pages of other ports of this
 * machine under `/proxy/PORT/`. The editor opens them so.
 */
export async function forwardPorts(context: BrowserContext): Promise<void> {
  await context.route(/\/proxy\/\d+\//, (route) => {
    const url = route
      .request()
      .url()
      .replace(/:\d+\/proxy\/(\d+)\//, ':$1/');
    return route.continue({ url });
  });
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    // Chromium's sandbox refuses root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  });
}
