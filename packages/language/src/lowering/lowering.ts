// What lowering carries along: the file, the names, the protocol's defaults, and where findings go.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Anchor, Window } from '@crit-lang/model/criteria/time.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { AstNode, CstNode } from 'langium';
import type { DiagnosticName } from '../diagnostics/catalogue.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Expression } from '../generated/ast.js';
import type { NameScope } from '../resolve/name-scope.js';
import type { Part } from '../syntax/parts.js';
import { rangeOfPart } from '../syntax/parts.js';
import type { SourceText } from '../syntax/source-text.js';
import type { Frame } from './conditions/frame.js';

/** Lowers a condition; handed around because conditions contain conditions of every kind. */
export type LowerExpression = (lowering: Lowering, node: Expression | undefined, frame: Frame) => Condition;

export class Lowering {
    constructor(
        readonly source: SourceText,
        readonly scope: NameScope,
        readonly defaultAnchor: string,
        private readonly diagnostics: DiagnosticCollector,
        private readonly lowerExpression: LowerExpression,
        /** The criterion that findings belong to, when in one. */
        readonly criterion: string | null = null,
        /** Parameters of the definition being lowered. */
        readonly parameters: ReadonlySet<string> = new Set(),
    ) {}

    /** The same, inside a criterion. */
    inCriterion(id: string): Lowering {
        return new Lowering(this.source, this.scope, this.defaultAnchor, this.diagnostics, this.lowerExpression, id, this.parameters);
    }

    /** The same, inside a definition with these parameters. */
    inDefinition(parameters: readonly string[]): Lowering {
        return new Lowering(this.source, this.scope, this.defaultAnchor, this.diagnostics, this.lowerExpression, null, new Set(parameters));
    }

    /** Lowers a condition that stands inside the one being lowered. */
    expression(node: Expression | undefined, frame: Frame): Condition {
        return this.lowerExpression(this, node, frame);
    }

    rangeOf(node: AstNode | CstNode | undefined): SourceRange {
        return this.source.rangeOf(node);
    }

    /** The range of a part of a node; of the whole node when the part is not known. */
    part(node: AstNode, part: Part | undefined): SourceRange {
        return rangeOfPart(this.source, node, part);
    }

    /** `{ range }` of a node, to spread into a condition. */
    at(node: AstNode | undefined): { range: SourceRange } {
        return { range: this.source.rangeOf(node) };
    }

    report(name: DiagnosticName, place: AstNode | CstNode | SourceRange | undefined, message: string, more: Partial<Report> = {}): void {
        const range = place !== undefined && 'start' in place && 'file' in place ? place : this.rangeOf(place);
        this.diagnostics.report(name, { ...(this.criterion === null ? {} : { criteria: [this.criterion] }), ...more, message, range });
    }

    defaultPoint(): Anchor {
        return { name: this.defaultAnchor, event: null };
    }

    /** The protocol's default time: at the default anchor, not written. */
    defaultWindow(): Window {
        const end = { anchor: this.defaultPoint(), offset: null, open: false };
        return { form: 'at', from: end, to: end, written: false };
    }

    /** Any time up to the default anchor. */
    everWindow(written: boolean): Window {
        return { form: 'ever', from: null, to: { anchor: this.defaultPoint(), offset: null, open: false }, written };
    }
}
