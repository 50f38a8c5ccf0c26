// unmarked-judgement: a statement that leaves the decision to somebody is a judgement, and is counted and listed as one only when it says so.
import { everyCondition } from './every-condition.js';
import { leavesDecision } from './judgement-words.js';
import type { ModelCheck } from './model-checks.js';

export const unmarkedJudgement: ModelCheck = {
    name: 'unmarked-judgement',
    run({ document, files, report }) {
        everyCondition(document, (condition, criterion) => {
            if (condition.kind !== 'statement' || condition.class !== 'prose' || condition.range === undefined || !leavesDecision(condition.text)) return;
            const source = files[condition.range.file]?.source.asFile(condition.range.file);
            const start = source?.offsetAt(condition.range.start) ?? 0;
            const keyword = source?.text.startsWith('statement', start) === true ? source.range(start, start + 'statement'.length) : null;
            report({
                message:
                    'This statement leaves the decision to somebody\'s judgement. Write judgement "…" by …, so that reports list it among what a site has to decide.',
                range: keyword ?? condition.range,
                fixes: keyword === null ? [] : [{ title: "Write 'judgement' instead of 'statement'", edits: [{ range: keyword, newText: 'judgement' }] }],
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        });
    },
};
