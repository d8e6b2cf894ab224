import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, clockTime, countdown, dayAndTime, duration, elapsed, share, shortAge, wallTime } from './format.js';
import { settings } from './settings.js';

process.env.TZ = 'Europe/Paris';
const NOW = Date.parse('2026-11-22T17:47:00Z');
const before = (/** @type {number} */ seconds) => new Date(NOW - seconds * 1000).toISOString();
const plain = (/** @type {string} */ text) => text.replaceAll('\u00a0', ' ');

test('an age is told as a colleague would', () => {
  assert.equal(plain(age(before(20), NOW)), 'à l’instant');
  assert.equal(plain(age(before(12 * 60), NOW)), 'il y a 12 min');
  assert.equal(plain(age(before(3 * 3600 + 5 * 60), NOW)), 'il y a 3 h 05');
  assert.equal(plain(age(before(23 * 3600), NOW)), 'hier 19 h 47');
});

test('a share of nothing is no figure', () => {
  assert.equal(plain(share(1, 7)), '14 %');
  assert.equal(plain(share(0, 3)), '0 %');
  assert.equal(share(0, 0), '–');
});

test('an age from the future is now, not minus something', () => {
  assert.equal(plain(age(before(-40), NOW)), 'à l’instant');
  assert.equal(plain(shortAge(before(-40), NOW)), 'il y a 0 s');
});

test('yesterday begins at midnight, not 24 hours ago', () => {
  const shortlyAfterMidnight = Date.parse('2026-11-22T00:10:00+01:00');
  assert.equal(plain(dayAndTime('2026-11-21T23:50:00+01:00', shortlyAfterMidnight)), 'hier 23 h 50');
  assert.equal(plain(dayAndTime('2026-11-16T08:05:00+01:00', NOW)), 'lun. 16/11 8 h 05');
});

test('a countdown never shows less than nothing and counts the last second', () => {
  assert.equal(countdown(before(-408), NOW), '6:48');
  assert.equal(countdown(new Date(NOW + 1).toISOString(), NOW), '0:01');
  assert.equal(countdown(before(5), NOW), '0:00');
});

test('a long call grows an hour figure', () => {
  assert.equal(elapsed(252_000), '04:12');
  assert.equal(elapsed(3_852_000), '1:04:12');
  assert.equal(elapsed(-10), '00:00');
});

test('waiting times keep hours and minutes apart', () => {
  assert.equal(plain(duration(41 * 60)), '41 min');
  assert.equal(plain(duration(72 * 60)), '1 h 12');
  assert.equal(plain(duration(59)), '59 s');
});

test('clock times follow the language', () => {
  assert.equal(plain(clockTime(NOW)), '18 h 47');
  assert.equal(plain(wallTime('20:00:00')), '20 h');
  settings.write('language', 'en');
  assert.equal(clockTime(NOW), '18:47');
  assert.equal(wallTime('20:00:00'), '20:00');
  settings.write('language', 'fr');
});
