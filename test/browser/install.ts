import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether programs can be installed on this machine: Debian, as root. */
export function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** Installs packages of Debian; false when that fails. */
export function installPackages(packages: readonly string[]): boolean {
  return (
    runSilently('apt-get', ['update', '-q']) &&
    runSilently('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
  );
}

/** Runs a program and shows only its error output; false when it fails. */
export function runSilently(command: string, args: readonly string[]): boolean {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/** Whether a program of this name can be run. */
export function isInstalled(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}
