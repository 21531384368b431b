import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RawItem } from './collected-items.ts';
import { parseFeedDate } from './feed-date.ts';
import { jsonItems, memberOf, saying } from './json-items.ts';
import { primarySubtag } from './language-tag.ts';
import { NewsFormatError, type NewsRead } from './news-item.ts';

const Id = Type.String({ pattern: '^\\d{1,20}$' });
const PostSchema = Type.Object({
  id: Id,
  text: Type.String(),
  author_id: Type.Optional(Id),
  created_at: Type.Optional(Type.String()),
  lang: Type.Optional(Type.String()),
});
const posts = jsonItems(PostSchema);
const user = Compile(Type.Object({ id: Id, username: Type.String({ pattern: '^\\w{1,15}$' }) }));

/** X shortens all addresses, which say nothing then. */
const SHORT_ADDRESS = /https?:\/\/t\.co\/\w+/g;

/**
 * The posts of an answer by https://docs.x.com/x-api/posts/search-recent-posts. A post's text is its title.
 * @throws NewsFormatError with X's message where it answered with an error
 */
export function readX(body: unknown): NewsRead {
  const list = memberOf(body, 'data');
  const found = memberOf(memberOf(body, 'meta'), 'result_count');
  if (list === undefined && found === 0) return posts([], toItem);
  if (!Array.isArray(list)) {
    const message = saying(memberOf(body, 'detail'), memberOf(body, 'title'));
    throw new NewsFormatError(`X answered without posts${message}`);
  }
  const names = userNames(memberOf(memberOf(body, 'includes'), 'users'));
  return posts(list, (post) => toItem(post, names.get(post.author_id ?? '')));
}

function toItem(post: Static<typeof PostSchema>, name?: string): RawItem {
  return {
    id: post.id,
    url: `https://x.com/${name ?? 'i'}/status/${post.id}`,
    title: post.text.replace(SHORT_ADDRESS, ' ').replaceAll('<', '&lt;'),
    authors: [name],
    publishedAt: parseFeedDate(post.created_at ?? ''),
    language: primarySubtag(post.lang),
  };
}

function userNames(users: unknown): Map<string, string> {
  const known = Array.isArray(users) ? users.filter((entry) => user.Check(entry)) : [];
  return new Map(known.map(({ id, username }) => [id, username]));
}
