import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import '../../../office/desk/office.css'
import { deskPaths } from '../../../web/paths.ts'
import { FindingsPart } from './findings-part.tsx'
import { type Lists, listsQuery } from './lists.ts'
import { TryPart } from './try-part.tsx'
import { WhitePart } from './white-part.tsx'
import { WordsPart } from './words-part.tsx'

/** 错敏词: the lists, what they find in what is public, and a box to try a text. */
export function WordsPage() {
  const [query] = useSearchParams()
  const lists = useQuery(listsQuery)
  const part = query.get('part') ?? 'words'
  if (lists.isError) return <Broken cause={lists.error} />
  return (
    <>
      <title>错敏词 - 工作台</title>
      <h1>错敏词</h1>
      <p>
        提交、批准和发布前，按词表检查标题、摘要、正文和各栏目：严重的，改正或者由第二人说明理由后才能发布；提示的，不影响发布。检查从不改动原文。
      </p>
      {lists.isPending ? (
        <SlowSkeleton />
      ) : (
        <>
          <State lists={lists.data} />
          <Parts lists={lists.data} part={part} />
          {part === 'white' ? (
            <WhitePart lists={lists.data} />
          ) : part === 'findings' ? (
            <FindingsPart />
          ) : part === 'try' ? (
            <TryPart />
          ) : (
            <WordsPart lists={lists.data} />
          )}
        </>
      )}
    </>
  )
}

function State({ lists: { version, changedAt, rechecked, mayChange } }: { lists: Lists }) {
  return (
    <p role="status">
      {`现行第 ${version} 版，${momentInChinese(changedAt)}修改。`}
      {rechecked
        ? '已公开的内容已按这一版检查完。'
        : '正在按这一版重新检查已公开的内容，几分钟内完成，本页自动更新。'}
      {!mayChange && '词表用于全部机关，由最上级机关的公开专员或者系统管理员修改。'}
    </p>
  )
}

function Parts({ lists, part }: { lists: Lists; part: string }) {
  const parts = [
    ['words', `词表（${lists.words.length}）`],
    ['white', `白名单（${lists.white.length}）`],
    ['findings', '已公开内容中的发现'],
    ['try', '试查一段文字'],
  ] as const
  return (
    <nav className="actions no-print" aria-label="错敏词的各部分">
      {parts.map(([key, label]) => (
        <Link
          key={key}
          to={deskPaths.watchedWords(key === 'words' ? {} : { part: key })}
          aria-current={key === part ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
