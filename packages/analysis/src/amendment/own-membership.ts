// Which terms a class has in one version only. In the other version a selection of the class means the class without them.
import type { Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { plainSelection } from '../knowledge/selection.js';
import { termKey } from '../knowledge/meaning.js';

export class OwnMembership {
    private readonly known = new Map<string, readonly Exception[]>();

    /**
     * @param own what the version knows.
     * @param all what either version knows.
     */
    constructor(
        private readonly own: Knowledge,
        private readonly all: Knowledge,
    ) {}

    /** The selection as this version means it, in the words of both. */
    meant(selection: TermSelection): TermSelection {
        if (selection.term === null) return selection;
        const missing = this.missingIn(selection.term);
        return missing.length === 0 ? selection : { ...selection, except: [...selection.except, ...missing] };
    }

    private missingIn(classId: string): readonly Exception[] {
        const key = termKey(classId);
        let found = this.known.get(key);
        if (found === undefined) this.known.set(key, (found = this.findMissing(classId)));
        return found;
    }

    private findMissing(classId: string): Exception[] {
        const missing = new Map<string, string>();
        for (const { id, origin } of this.all.allTerms) {
            if (!this.all.isA(id, classId) || this.own.isA(id, classId)) continue;
            // Of a term that only the other version declares this one says nothing: it is as much of the class as its declaration says.
            if (this.own.term(id) !== undefined || origin === 'shipped') missing.set(termKey(id), id);
        }
        const isBelowAnother = (id: string): boolean => [...this.all.classesOf(id)].some((each) => each !== termKey(id) && missing.has(each));
        const tops = [...missing.values()].filter((id) => !isBelowAnother(id));
        return tops.map((id): Exception => ({
            form: 'except',
            selection: { ...plainSelection(id), except: this.keptBelow(id, classId) },
            refinements: [],
            provided: null,
        }));
    }

    // Kinds of a missing term that this version counts into the class all the same.
    private keptBelow(id: string, classId: string): Exception[] {
        const kept: Exception[] = [];
        for (const term of this.all.allTerms) {
            if (termKey(term.id) === termKey(id) || !this.all.isA(term.id, id) || !this.own.isA(term.id, classId)) continue;
            kept.push({ form: 'except', selection: plainSelection(term.id), refinements: [], provided: null });
        }
        return kept;
    }
}
