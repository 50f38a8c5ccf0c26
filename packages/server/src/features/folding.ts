// What can be folded: blocks in braces, comments of several lines, and the original wording of a criterion.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { AstNode } from 'langium';
import type { FoldingRange } from 'vscode-languageserver-types';
import { FoldingRangeKind } from 'vscode-languageserver-types';
import { allNodes } from '../places/syntax-tree.js';
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
    return allNodes(file.root).flatMap((node) => {
        const cst = node.$cstNode;
        if (cst === undefined || file.source.text.charAt(cst.end - 1) !== '}') return [];
        // The closing brace stays in sight.
        return [{ startLine: lineAt(file, cst.offset), endLine: lineAt(file, cst.end - 1) - 1 }];
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
    for (const [index, line] of file.source.text.split(/\r\n|\r|\n/).entries()) {
        if (!/^\s*\/\//.test(line)) continue;
        const last = ranges[ranges.length - 1];
        if (last?.endLine === index - 1) last.endLine = index;
        else ranges.push({ startLine: index, endLine: index, kind: FoldingRangeKind.Comment });
    }
    return ranges;
}

function lineAt(file: ParsedFile, offset: number): number {
    return file.source.positionAt(offset).line;
}
