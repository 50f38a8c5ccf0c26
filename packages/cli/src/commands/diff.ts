// `crit diff`: what changed in meaning between two versions; not built yet.
import type { Command } from 'commander';
import { addNotBuilt } from './not-built.js';

export function addDiff(program: Command): void {
    const usage = 'OLD NEW [--format human|json|markdown] [--forbid broadened,narrowed]';
    addNotBuilt(program, 'diff', usage, 'say which criteria changed in meaning between two versions', 'crit diff old.crit new.crit --forbid narrowed');
}
