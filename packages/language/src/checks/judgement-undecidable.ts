// judgement-undecidable: a judgement that does not say who makes it, or on what it rests, is made anew at every site.
import { everyCondition } from './every-condition.js';
import { givesBasis, namesWhoDecides } from './judgement-words.js';
import type { ModelCheck } from './model-checks.js';

export const judgementUndecidable: ModelCheck = {
    name: 'judgement-undecidable',
    run({ document, files, report }) {
        everyCondition(document, (condition, criterion) => {
            if (condition.kind !== 'statement' || condition.class !== 'judgement' || condition.range === undefined) return;
            const who = condition.by !== null || namesWhoDecides(condition.text);
            const basis = givesBasis(condition.text);
            if (who && basis) return;
            const missing = who ? 'on what it rests' : basis ? 'who makes it' : 'who makes it and on what it rests';
            const advice = who
                ? 'Name the findings, limits or examples that decide it, or acknowledge with a reason that it is meant to stay open: accept judgement-undecidable "…".'
                : basis
                  ? 'Say who decides: judgement "…" by investigator.'
                  : 'Say who decides (by investigator), and name the findings, limits or examples that decide it.';
            const source = files[condition.range.file]?.source.asFile(condition.range.file);
            const afterText = source === undefined ? -1 : endOfText(source.textOf(condition.range));
            const at = source === undefined ? 0 : source.offsetAt(condition.range.start) + afterText;
            report({
                message: `This judgement does not say ${missing}, so two sites can decide differently about the same participant, and nobody can check it afterwards. ${advice}`,
                range: condition.range,
                fixes:
                    who || !basis || source === undefined || afterText < 0
                        ? []
                        : [{ title: "Add 'by investigator'", edits: [{ range: source.range(at, at), newText: ' by investigator' }] }],
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        });
    },
};

function endOfText(written: string): number {
    const match = /"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”/.exec(written);
    return match === null ? -1 : match.index + match[0].length;
}
