// `crit count`: counts who would be left in a database, criterion by criterion; not built yet.
import type { Command } from 'commander';
import { addNotBuilt } from './not-built.js';

export function addCount(program: Command): void {
    const usage = 'FILE --omop DIR|DB';
    addNotBuilt(program, 'count', usage, 'count the patients of a database that are left after each criterion', 'crit count protocol.crit --omop database');
}
