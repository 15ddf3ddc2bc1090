import { resolve } from 'node:path';
import type { Command } from 'commander';
import { findConfig } from '../files/config.ts';
import type { Configuration, World } from './world.ts';

/** Which configuration the command line asks for: a file, none, or (undefined) the nearest. Read before the arguments are parsed: the help needs its language. */
function wished(argv: readonly string[]): string | null | undefined {
  const end = argv.indexOf('--');
  const args = end < 0 ? argv : argv.slice(0, end);
  const last = args.findLastIndex((arg) => /^(?:--no-config$|--config(?:=|$)|-[qv]*c)/.test(arg));
  const arg = args[last];
  if (arg === undefined) return undefined;
  if (arg === '--no-config') return null;
  const attached = arg.startsWith('--') ? arg.slice('--config='.length) : arg.slice(arg.indexOf('c') + 1);
  return attached === '' ? args[last + 1] : attached;
}

/** The world with the configuration that holds for the run. */
export async function configured(world: World): Promise<World> {
  const wish = wished(world.argv);
  if (wish === null) return world;
  const { cwd, env } = world;
  const file = wish === undefined ? findConfig(cwd, env['HOME'] ?? env['USERPROFILE']) : resolve(cwd, wish);
  if (file === null) return world;
  const { openConfig } = await import('./open-config.ts');
  return { ...world, config: openConfig(file, cwd) };
}

/** What the configuration says counts where the command line is silent, before the default. */
export function applyConfig(command: Command, { options }: Configuration): void {
  for (const [name, value] of Object.entries(options)) {
    const isKnown = command.options.some((option) => option.attributeName() === name);
    const source = command.getOptionValueSource(name);
    if (value !== null && isKnown && (source === undefined || source === 'default'))
      command.setOptionValueWithSource(name, value, 'config');
  }
}
