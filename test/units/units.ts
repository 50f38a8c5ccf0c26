// Units by their spelling, for tests that are not about reading them.
import assert from 'node:assert/strict';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Unit } from '@crit-lang/model/units/unit.js';

const units = new Map<string, Unit>();

export function unit(written: string): Unit {
    const known = units.get(written);
    if (known) {
        return known;
    }
    const reading = parseUnit(written);
    assert.ok(reading.ok, `${written}: ${reading.ok ? '' : reading.message}`);
    units.set(written, reading.unit);
    return reading.unit;
}
