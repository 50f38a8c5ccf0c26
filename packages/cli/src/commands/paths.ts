// The argument PATH… that several commands share.
import { Argument } from 'commander';

/** PATH…: at least one. */
export function pathsArgument(): Argument {
    return new Argument('<path...>', 'files, or folders: then their .crit files, sub-folders included, sorted');
}
