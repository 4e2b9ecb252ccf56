import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../browser/find-browser';

/** A page of a real browser in which a script of this folder runs, with the product's code in it. */
export interface BenchPage {
  /** The value of an expression that uses what the script defines. */
  call<T>(expression: string): Promise<T>;
  /** The same, and what the browser recorded meanwhile: its trace, as JSON. */
  record<T>(expression: string): Promise<{ value: T; trace: string }>;
}

/** Opens such a page for as long as `use` takes. */
export async function inBrowser<T>(
  script: string,
  use: (page: BenchPage) => Promise<T>,
): Promise<T> {
  const code = await bundle(script);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: false,
    args: ['--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(code);
    return await use({
      call: (expression) => page.evaluate(expression),
      async record<R>(expression: string) {
        const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
        await browser.startTracing(page, { categories });
        const value = await page.evaluate<R>(expression);
        return { value, trace: (await browser.stopTracing()).toString() };
      },
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs such a script. `call` is an expression that uses what it defines; its value is returned. */
export function runInBrowser<T>(script: string, call: string): Promise<T> {
  return inBrowser(script, (page) => page.call<T>(call));
}

/** A script of this folder and all that it imports, in one file. */
export async function bundle(script: string, minify = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      lib: {
        entry: path.join(import.meta.dirname, script),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('the bench was not bundled');
  return output.output[0].code;
}
