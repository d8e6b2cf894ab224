import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateAfter, dateIn, ruleInWords, spanOf, timeIn, weeklyRule } from './appointment-time.js';

const PARIS = 'Europe/Paris';

test('an hour is told by the clock of the site, on both sides of the clock nights', () => {
  assert.equal(timeIn('2026-11-27T08:30:00Z', PARIS), '9\u00a0h\u00a030');
  assert.equal(timeIn('2027-03-27T08:00:00Z', PARIS), '9\u00a0h');
  assert.equal(timeIn('2027-03-29T07:00:00Z', PARIS), '9\u00a0h');
  assert.equal(timeIn('2026-11-27T08:30:00Z', 'Indian/Reunion'), '12\u00a0h\u00a030');
});

test('a date is that of the site, and tomorrow follows every day of the year', () => {
  assert.equal(dateIn('2026-11-26T23:30:00Z', PARIS), '2026-11-27');
  assert.equal(dateIn('2026-11-26T23:30:00Z', 'America/Martinique'), '2026-11-26');
  assert.equal(dateAfter('2028-02-28', 1), '2028-02-29');
  assert.equal(dateAfter('2027-10-31', 1), '2027-11-01');
  assert.equal(dateAfter('2027-01-01', -1), '2026-12-31');
});

test('the span of a date holds it whole in the first and in the last zone of the world', () => {
  const { from, until } = spanOf('2026-11-27');
  for (const zone of ['Pacific/Kiritimati', PARIS, 'Pacific/Pago_Pago']) {
    assert.ok(dateIn(from, zone) < '2026-11-27' || timeIn(from, zone) === '0\u00a0h', zone);
    assert.ok(dateIn(until, zone) > '2026-11-27', zone);
  }
});

test('a weekly rule is told in days, any other one as it is written', () => {
  assert.equal(ruleInWords(weeklyRule(['MO', 'TH'])), 'lundi, jeudi');
  assert.equal(ruleInWords('FREQ=MONTHLY;BYDAY=1WE'), 'FREQ=MONTHLY;BYDAY=1WE');
  assert.equal(ruleInWords('FREQ=WEEKLY;BYDAY=MO;INTERVAL=2'), 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=2');
});
