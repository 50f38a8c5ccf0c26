// `crit generate`: registry text, patient text, rules from one file.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { Generated } from '@crit-lang/generate/target.js';
import { TARGETS, targetById } from '@crit-lang/generate/targets.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { Refusal, Unusable } from '../exit-codes.js';
import { compileFile } from '../files/open-file.js';
import { writeGenerated } from '../files/write-generated.js';
import { openFindings, refuseErrors } from '../reports/open-findings.js';
import type { Session } from '../session.js';
import { didYouMean } from '../terminal/nearest-word.js';
import { examples } from './examples.js';

interface GenerateCommandOptions {
    to: string;
    out?: string;
    cohort?: string;
    html?: boolean;
}

/** Targets of the design that are not built yet. */
const PLANNED = ['jsonlogic', 'fhir', 'cql', 'usdm', 'sql'];

export function addGenerate(program: Command, session: Session): void {
    const targets = TARGETS.map(({ id, description }) => `  ${id.padEnd(14)} ${description}`).join('\n');
    program
        .command('generate')
        .summary('generate registry text, patient text or rules')
        .description(
            'Generates from the criteria of one file, to standard output unless --out says where. Only a file that does not parse or type-check is refused (1); ' +
                'holes are marked in the text, and open findings are listed on standard error.',
        )
        .argument('<file>', 'a .crit file')
        .addOption(new Option('--to <target>', 'what to generate').makeOptionMandatory().argParser(targetName))
        .option('--out <path>', 'the file to write, or a folder that is there (or a path that ends in /): then under the name of the target')
        .option('--cohort <id>', 'only for this cohort')
        .option('--html', 'patient text as a page for a browser')
        .addHelpText('after', `\nTargets:\n${targets}\n  Not built yet: ${PLANNED.join(', ')}.\n`)
        .addHelpText(
            'after',
            examples(
                'crit generate protocol.crit --to registry',
                'crit generate protocol.crit --to patient --html --cohort SLE --out patient.html',
                'crit generate protocol.crit --to rules --out generated/',
            ),
        )
        .action((file: string, options: GenerateCommandOptions) => generate(session, file, options));
}

function generate(session: Session, file: string, options: GenerateCommandOptions): void {
    const { to, out, cohort, html } = options;
    const target = targetById(to);
    if (target === null) throw new Unusable(`--to ${to} is not built yet, so nothing was generated. There is: ${TARGETS.map(({ id }) => id).join(', ')}.`);
    if (html === true && to !== 'patient') throw new Unusable('--html goes with --to patient only.');
    const workspace = new Workspace(session.terminal.folder);
    const compilation = compileFile(workspace, file);
    refuseErrors(session, compilation, workspace.importsOf(file, null));
    if (cohort !== undefined)
        requireCohort(
            compilation.document.cohorts.map(({ id }) => id),
            cohort,
        );
    const generated = target.generate(compilation.document, { ...(cohort === undefined ? {} : { cohort }), ...(html === true ? { html } : {}) });
    openFindings(session, compilation, generated.notes);
    deliver(session, generated, out);
}

function deliver(session: Session, { files }: Generated, out: string | undefined): void {
    if (out !== undefined) {
        for (const place of writeGenerated(files, out, session.terminal.folder)) session.terminal.err.line(`wrote ${place}`);
        return;
    }
    const [only, ...others] = files;
    if (others.length > 0) throw new Unusable(`This gives ${files.length} files. Say with --out into which folder.`);
    if (only !== undefined) session.terminal.out.raw(only.text);
}

function requireCohort(known: readonly string[], cohort: string): void {
    if (known.includes(cohort)) return;
    const there = known.length === 0 ? 'The file has no cohort.' : `There is: ${known.join(', ')}.`;
    throw new Refusal(`there is no cohort '${cohort}'. ${there}${didYouMean(cohort, known)}`);
}

function targetName(text: string): string {
    const built = TARGETS.map(({ id }) => id);
    if (built.includes(text) || PLANNED.includes(text)) return text;
    throw new InvalidArgumentError(`There is: ${built.join(', ')}.${didYouMean(text, built)}`);
}
