// A command that is planned and not built yet: it says so and ends with 2.
import type { Command } from 'commander';
import { Unusable } from '../exit-codes.js';
import { examples } from './examples.js';

/** Adds a command that takes whatever is written and says that it is not built yet. */
export function addNotBuilt(program: Command, name: string, usage: string, summary: string, example: string): void {
    program
        .command(name)
        .summary(`${summary} (not built yet)`)
        .description(`${summary}. This command is not built yet: it ends with exit code 2.`)
        .usage(usage)
        .argument('[arguments...]', 'ignored for now')
        .allowUnknownOption()
        .addHelpText('after', examples(example))
        .action(() => {
            throw new Unusable(`'crit ${name}' is not built yet, so nothing was done.`);
        });
}
