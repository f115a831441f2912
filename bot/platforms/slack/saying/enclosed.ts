import type { Reply } from '../../../desk/reply.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import type { Upload } from './upload.ts';

const most = { title: 150, alternative: 1000 };

/** What comes with a reply and cannot stand in a message of Slack's. */
export function enclosedIn({ picture, file }: Pick<Reply, 'picture' | 'file'>): Upload[] {
  const enclosed: Upload[] = [];
  if (picture)
    enclosed.push({
      name: 'chart.png',
      content: picture.png,
      title: shorten(oneLine(picture.alternative), most.title) || '…',
      alternative: shorten(oneLine(picture.alternative), most.alternative),
    });
  // Slack takes no file without a byte in it.
  if (file)
    enclosed.push({
      name: file.name,
      content: Buffer.from(file.text || '\n'),
      title: shorten(file.name, most.title),
    });
  return enclosed;
}
