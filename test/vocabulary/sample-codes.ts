// LOINC, RxNorm and SNOMED codes that the sample data uses, with the names they have there.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { readZipEntry } from './zip-entry.js';

/** Names by code ("loinc:2160-0"), from the OMOP sample's CONCEPT table and the Synthea bundles. */
export function readSampleCodes(folder: string): Map<string, string[]> {
    const names = new Map<string, string[]>();
    const add = (code: string, name: string): void => {
        names.set(code, [...(names.get(code) ?? []), name]);
    };
    const table = readZipEntry(fs.readFileSync(path.join(folder, 'omop-Synthea27Nj_5.4.zip')), /CONCEPT\.csv$/i).toString('utf8');
    const [header = '', ...rows] = table.split('\n');
    const separator = header.includes('\t') ? '\t' : ',';
    const columns = header
        .toLowerCase()
        .trim()
        .split(separator)
        .map((column) => column.replaceAll('"', ''));
    const [code, vocabulary, name] = ['concept_code', 'vocabulary_id', 'concept_name'].map((column) => columns.indexOf(column));
    for (const row of rows) {
        const cells = splitRow(row, separator);
        const system = cells[vocabulary ?? -1]?.toLowerCase();
        if (system !== undefined) add(`${system}:${cells[code ?? -1] ?? ''}`, cells[name ?? -1] ?? '');
    }
    const systems: Record<string, string> = {
        'http://loinc.org': 'loinc',
        'http://www.nlm.nih.gov/research/umls/rxnorm': 'rxnorm',
        'http://snomed.info/sct': 'snomed',
    };
    for (const file of fs.readdirSync(path.join(folder, 'synthea-r4-ra'))) {
        const bundle: unknown = JSON.parse(zlib.gunzipSync(fs.readFileSync(path.join(folder, 'synthea-r4-ra', file))).toString('utf8'));
        visitCodings(bundle, (coding) => {
            const system = systems[coding.system];
            if (system !== undefined) add(`${system}:${coding.code}`, coding.display);
        });
    }
    return names;
}

function splitRow(row: string, separator: string): string[] {
    const cells: string[] = [];
    for (const match of row.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g')))
        cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"').trim());
    return cells;
}

function visitCodings(value: unknown, visit: (coding: { system: string; code: string; display: string }) => void): void {
    if (Array.isArray(value)) for (const item of value) visitCodings(item, visit);
    else if (typeof value === 'object' && value !== null) {
        const { system, code, display } = value as Record<string, unknown>;
        if (typeof system === 'string' && typeof code === 'string' && typeof display === 'string') visit({ system, code, display });
        for (const item of Object.values(value)) visitCodings(item, visit);
    }
}
