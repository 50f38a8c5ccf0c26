// What can be folded: blocks in braces, comments of several lines, and the original wording of a criterion.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import type { AstNode } from 'langium';
import type { FoldingRange } from 'vscode-languageserver-types';
import { FoldingRangeKind } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';

/** Folding ranges by first line; each spans at least two lines, and no two start on the same line. */
export function foldingRanges(workspace: Workspace, uri: string): FoldingRange[] {
    const file = workspace.parsed(uri);
    if (file === undefined) return [];
    const found = [...blocks(file), ...wordings(file), ...comments(file)].filter(({ startLine, endLine }) => endLine > startLine);
    found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
    return found.filter(({ startLine }, index) => found[index - 1]?.startLine !== startLine);
}

function blocks(file: ParsedFile): FoldingRange[] {
    return file.tokens.flatMap(({ tokenType, startOffset, partner }) => {
        const close = tokenType.name === '{' ? file.tokens[partner] : undefined;
        // The closing brace stays in sight.
        return close === undefined ? [] : [{ startLine: lineAt(file, startOffset), endLine: lineAt(file, close.startOffset) - 1 }];
    });
}

function wordings(file: ParsedFile): FoldingRange[] {
    const lineOf = (node: AstNode): number => lineAt(file, node.$cstNode?.offset ?? 0);
    return file.symbols.criteria.flatMap(({ node }) => {
        const texts = node.items.filter((item) => item.$type === 'TextNote' && item.key === 'wording');
        const [first, last] = [texts[0], texts[texts.length - 1]];
        return first === undefined || last === undefined ? [] : [{ startLine: lineOf(first), endLine: lineOf(last) }];
    });
}

function comments(file: ParsedFile): FoldingRange[] {
    const ranges: FoldingRange[] = [];
    for (const comment of file.comments) {
        const [startLine, endLine] = [lineAt(file, comment.startOffset), lineAt(file, endOf(comment))];
        const before = ranges[ranges.length - 1];
        // Comments on lines of their own that follow each other are one.
        if (before?.endLine === startLine - 1 && comment.startsLine) before.endLine = endLine;
        else if (comment.startsLine) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
    }
    return ranges;
}

function lineAt(file: ParsedFile, offset: number): number {
    return file.source.positionAt(offset).line;
}
