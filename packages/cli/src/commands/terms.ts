// `crit terms`: looks a term up in the shipped vocabulary, by any of its names.
import type { Command } from 'commander';
import { Option } from 'commander';
import type { TermKind } from '@crit-lang/model/criteria/term.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import { EXIT, Unusable } from '../exit-codes.js';
import { termJson } from '../reports/term-json.js';
import { writeTerm } from '../reports/term-text.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { jsonText } from '../terminal/json-text.js';
import { examples } from './examples.js';
import { findTerms } from './find-terms.js';

interface TermsOptions {
    kind?: TermKind;
    format: 'human' | 'json';
}

export function addTerms(program: Command, session: Session): void {
    program
        .command('terms')
        .summary('look a term up in the vocabulary')
        .description(
            'Looks a term up by its name, a synonym, an abbreviation or a known misspelling. Ends with 1 when nothing goes by that name; then it names what is near.',
        )
        .argument('<query...>', 'the name; case does not matter')
        .addOption(new Option('--kind <kind>', 'only terms of this kind').choices(TERM_KINDS))
        .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json']).default('human'))
        .addHelpText('after', examples('crit terms lupus', 'crit terms creatinine clearance', 'crit terms MTX --kind drug --format json'))
        .action((words: string[], options: TermsOptions) => terms(session, words.join(' '), options));
}

function terms(session: Session, query: string, { kind, format }: TermsOptions): void {
    if (query.trim() === '') throw new Unusable('say which name to look up, as in: crit terms lupus');
    const { out } = session.terminal;
    const index = shippedTerms();
    const { hits, nearest } = findTerms(index, query, kind ?? null);
    if (format === 'json') {
        const near = nearest.map(({ term, name }) => ({ name, term: term.id, kind: term.kind }));
        out.raw(jsonText({ version: 1, query, kind: kind ?? null, terms: hits.map((hit) => termJson(hit, index)), nearest: near }));
    } else {
        hits.forEach((hit, place) => {
            if (place > 0) out.line();
            writeTerm(out, hit, index);
        });
        if (hits.length === 0) {
            remark(session, `no ${kind ?? 'term'} goes by the name '${query}'.`);
            if (nearest.length > 0) out.line('Near it:');
            for (const { term, name } of nearest) out.line(`  ${name}${name === term.id ? '' : ` (${term.id})`}, ${term.kind}`);
        }
    }
    if (hits.length === 0) session.exitCode = EXIT.no;
}
