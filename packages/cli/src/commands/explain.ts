// `crit explain`: the page of a diagnostic, or what a criterion means.
import type { Command } from 'commander';
import type { Compilation } from '@crit-lang/language/compile.js';
import { CATALOGUE, isDiagnosticName } from '@crit-lang/language/diagnostics/catalogue.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { diagnosticPage } from '../diagnostic-pages.js';
import { Refusal } from '../exit-codes.js';
import { compileFile } from '../files/open-file.js';
import { analysed } from '../reports/analysed.js';
import { writeCriterion } from '../reports/criterion-text.js';
import type { Session } from '../session.js';
import { didYouMean } from '../terminal/nearest-word.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { examples } from './examples.js';

export function addExplain(program: Command, session: Session): void {
    program
        .command('explain')
        .summary('explain a finding or a criterion')
        .description('Prints the page of a diagnostic; or what a criterion means, to whom it applies, its original wording, and what was found in it.')
        .argument('<what>', 'the name of a diagnostic, or FILE#CRITERION')
        .addHelpText('after', examples('crit explain unknown-term', 'crit explain examples/breakfree-1.crit#SLE-2'))
        .action((what: string) => {
            const hash = what.lastIndexOf('#');
            if (hash < 0) explainDiagnostic(session, what);
            else explainCriterion(session, what.slice(0, hash), what.slice(hash + 1));
        });
}

function explainDiagnostic({ terminal: { out } }: Session, name: string): void {
    if (!isDiagnosticName(name)) {
        const hint = name.endsWith('.crit')
            ? ` To have a criterion explained, write its id behind the file: ${name}#ID.`
            : didYouMean(name, Object.keys(CATALOGUE));
        throw new Refusal(`no diagnostic is called '${name}'.${hint}`);
    }
    const { severity, summary } = CATALOGUE[name];
    const page = diagnosticPage(name) ?? `# ${name}\n\n${summary}\n\nSeverity: ${severity}.\n`;
    for (const line of page.trimEnd().split('\n')) out.line(line);
}

function explainCriterion(session: Session, file: string, id: string): void {
    const compiled = compileFile(new Workspace(session.terminal.folder), file);
    const criterion = criterionOf(compiled, file, id);
    const { compilation, analysis } = analysed(compiled);
    writeCriterion(session.terminal.out, compilation, criterion, analysis);
}

function criterionOf({ document }: Compilation, file: string, id: string): Criterion {
    const { criteria } = document;
    const found = criteria.find((criterion) => criterion.id === id) ?? criteria.find((criterion) => criterion.id.toLowerCase() === id.toLowerCase());
    if (found !== undefined) return found;
    const ids = criteria.map((criterion) => criterion.id);
    const there = ids.length === 0 ? 'It has none.' : `It has: ${ids.join(', ')}.`;
    throw new Refusal(`${visibleText(file)} has no criterion '${id}'.${didYouMean(id, ids)} ${there}`);
}
