import { describe, expect, it } from '@jest/globals';
import { textOf } from './document-text.js';
import { WORD } from './document.rules.js';
import { pack } from './packed.fixture.js';

describe('what a document says', () => {
  it('is all of a plain text', async () => {
    expect(await textOf(Buffer.from('Guiyang 贵阳'), 'text/plain')).toEqual({
      text: 'Guiyang 贵阳',
      isWhole: true,
    });
  });

  it('is not known of PDF, of pictures and of what is damaged', async () => {
    for (const type of ['application/pdf', 'image/png', WORD])
      expect(await textOf(Buffer.from('%PDF-1.4 Guiyang'), type)).toEqual({ text: '', isWhole: false });
  });

  it('is told of a document of Word across its runs, with who commented on it', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Velu</w:t></w:r><w:proofErr w:type="x"/><w:r><w:t xml:space="preserve">qra &amp; &#x8D35;</w:t></w:r></w:p><w:p><w:ins w:author="Qoxzimark"/></w:p>';
    const { text, isWhole } = await textOf(pack([{ name: 'word/document.xml', content: body }]), WORD);
    expect([text.split(/\n+/).filter(Boolean), isWhole]).toEqual([
      ['Veluqra & 贵', 'x', 'preserve', 'Qoxzimark'],
      true,
    ]);
  });

  it('is not all where a document of Word holds pictures', async () => {
    const parts = ['word/document.xml', 'word/media/a.png'].map((name) => ({ name, content: '<w:p/>' }));
    const { isWhole } = await textOf(pack(parts), WORD);
    expect(isWhole).toBe(false);
  });
});
