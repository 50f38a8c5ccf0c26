// `crit screen`: runs the criteria over patients; not built yet.
import type { Command } from 'commander';
import { addNotBuilt } from './not-built.js';

export function addScreen(program: Command): void {
    const usage = 'FILE PATIENTS [--format human|json|ndjson|csv|html] [--out FILE]';
    addNotBuilt(program, 'screen', usage, 'say for each patient which criteria are met', 'crit screen protocol.crit patients.ndjson --format csv');
}
