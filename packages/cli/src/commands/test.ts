// `crit test`: runs the patient cases of a file; not built yet.
import type { Command } from 'commander';
import { addNotBuilt } from './not-built.js';

export function addTest(program: Command): void {
    const usage = 'PATH… [--coverage] [--suggest] [--format human|json|junit]';
    addNotBuilt(program, 'test', usage, 'run the patient cases written in the files', 'crit test examples --coverage');
}
