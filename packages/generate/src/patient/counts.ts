// "At least 2 of these medicines": so many of some conditions, alternatives that count as one, classes of which each member counts.
import type { Count } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { ofClause, pureClause, type Block } from './clause.js';
import { assembled, flattened, groupItems } from './groups.js';
import { join } from './inline.js';
import { joinClauses, sameFrame } from './joined-clauses.js';
import { countText, type Quantifier } from './quantifier.js';
import { inner, type Wording } from './wording.js';

const CONTRARY: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '<': '>=', '<=': '>', '=': '=', '>=': '<', '>': '<=' };

/** So many of some conditions; the contrary of "at least 2" is "fewer than 2". */
export function countBlock(count: Count, wording: Wording, negated: boolean): Block {
    const operator = negated ? CONTRARY[count.bound.operator] : count.bound.operator;
    const isAny = operator === '>=' && count.bound.count === 1 && !count.together;
    const counted = { kind: 'count', operator, count: count.bound.count, not: negated && operator === '=', together: count.together } as const;
    const quantifier: Quantifier = isAny ? { kind: 'any' } : counted;
    const items = count.items.map((item) => new CountedItem(item, inner(wording), !isAny));
    const [only] = items;
    if (only !== undefined && items.length === 1) {
        const alone = isAny ? only.sentence : only.kinds(countText(counted));
        if (alone !== null) return alone;
    }
    const names = items.map((item) => item.name);
    const statements = names.map(pureClause).filter((statement) => statement !== null);
    const isListOfNames = statements.length === names.length && sameFrame(statements);
    return assembled(
        quantifier,
        isListOfNames ? names : items.map((item) => item.sentence),
        count.items.map((item) => item.condition),
        wording,
        false,
    );
}

/** An item as a name in a list of names, and as a sentence in a list of sentences. */
class CountedItem {
    readonly isClass: boolean;
    readonly sentence: Block;
    readonly name: Block;

    constructor(item: Count['items'][number], wording: Wording, saysHow: boolean) {
        const { condition } = item;
        this.isClass = item.counts === 'members';
        if (condition.kind === 'any' || condition.kind === 'all') {
            const flat = flattened(condition.kind, condition.of);
            const parts = groupItems(condition.kind, flat, wording, false);
            this.sentence = assembled({ kind: condition.kind }, parts, flat, wording, false);
            this.name = asOne(parts, condition.kind === 'any' ? 'or' : 'and', saysHow) ?? this.sentence;
        } else {
            const block = wording.render(condition, wording, false);
            this.sentence = block;
            this.name = this.isClass && saysHow ? withObject(block, ' – each one counts') : block;
        }
    }

    /** "At least 2 kinds of JAK inhibitor did not help you". */
    kinds(howMany: string): Block | null {
        const statement = this.isClass ? pureClause(this.sentence) : null;
        if (statement === null || statement.object === null) return null;
        const object = statement.object.map((part, i) => (i === 0 ? { ...part, text: part.text.replace(/^(?:any|an?) /u, '') } : part));
        return ofClause({ ...statement, object: join(`${howMany} kinds of `, object), plural: true });
    }
}

/** "azathioprine or rituximab – these count as one". */
function asOne(parts: readonly Block[], conjunction: 'or' | 'and', saysHow: boolean): Block | null {
    const statements = parts.map(pureClause).filter((statement) => statement !== null);
    if (statements.length !== parts.length || !sameFrame(statements)) return null;
    return withObject(ofClause(joinClauses(statements, conjunction)), saysHow ? ' – these count as one' : '');
}

function withObject(block: Block, addition: string): Block {
    const statement = pureClause(block);
    return statement === null || statement.object === null ? block : ofClause({ ...statement, object: join(statement.object, addition) });
}
