import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVolatileMemory } from '../../bot/desk/desk-memory.ts';
import { createPress } from '../../bot/desk/press.ts';
import { createStaffDesk } from '../../bot/desk/staff-desk.ts';
import { parseArticle } from '../../bot/knowledge/article.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';

const source = `---
title: How we unlock a mailbox
summary: What staff do when a mailbox is locked after an abuse report.
audience: staff
asks: [unlock a mailbox]
reviewed: { date: 2026-11-20, by: Anna }
---
Ask the abuse desk first.`;

const { article } = parseArticle(source, 'internal/unlock.md', houseFactsFrom({}));
const library = createLibrary(article ? [article] : []);
const memory = createVolatileMemory();
const never = () => assert.fail('not asked for');

describe('an article for staff', () => {
  const person = { platform: 'p', workspace: 'w', id: 'ann', staff: false };
  const action = { kind: 'show-article', slug: 'unlock', title: 'x' } as const;
  const press = createPress({ library: () => library, memory, handOver: never });

  it('is shown to staff and never put before a customer', () => {
    const desk = createStaffDesk({ library: () => library, diagnose: never, complete: never, gaps: never });
    assert.equal(desk.show('unlock', 'asker')?.title, 'How we unlock a mailbox');
    assert.equal(desk.show('unlock', 'public'), undefined);
  });

  it('does not open for customers, whatever button they got hold of', async () => {
    assert.equal((await press(action, person, undefined)).kind, 'refused');
    assert.equal((await press(action, { ...person, staff: true }, undefined)).kind, 'shown');
  });
});
