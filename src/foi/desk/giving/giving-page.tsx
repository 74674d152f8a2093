import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Box } from '../../../platform/hidden/box.ts'
import { type Hidden, hiddenLabel } from '../../../platform/hidden/hidden.ts'
import { deskPaths } from '../../../web/paths.ts'
import { Boxes } from './boxes.tsx'
import './giving.css'
import { Words } from './words.tsx'

interface Found {
  readonly paper: { readonly name: string; readonly purpose: string }
  readonly looked: { readonly kind: string; readonly pages?: number; readonly found: readonly Hidden[] }
}

/** 检查、遮盖并提供: what the file hides, what is to be covered, and the file that the applicant will get. */
export function GivingPage() {
  const { id = '', paper = '' } = useParams()
  const found = useQuery({
    queryKey: ['look', id, paper],
    queryFn: () => read<Found>(`/requests/${id}/papers/${paper}/look`),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (found.isError) return <Broken cause={found.error} />
  return (
    <>
      <title>检查并提供 - 工作台</title>
      <h1>{found.data === undefined ? '检查材料' : `检查并提供：${found.data.paper.name}`}</h1>
      {found.data === undefined ? (
        <>
          <p role="status">正在检查文件中看不见的内容，页数多的需要一会儿……</p>
          <SlowSkeleton />
        </>
      ) : (
        <Giving id={id} paper={paper} found={found.data} />
      )}
    </>
  )
}

function Giving({ id, paper, found }: { id: string; paper: string; found: Found }) {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const [words, setWords] = useState<readonly string[]>([])
  const acting = useActing()
  const navigate = useNavigate()
  const give = async () => {
    const done = await acting.run(async () => {
      await send('POST', `/requests/${id}/papers/${paper}/give`, { boxes, words })
      return '已重建并提供给申请人。'
    })
    if (done) navigate(deskPaths.request(id))
  }
  const { pages } = found.looked
  return (
    <>
      <HiddenList found={found.looked.found} />
      <section className="card" aria-label="遮盖">
        <h2>遮盖不予公开的内容</h2>
        <Words words={words} change={setWords} />
        {pages === undefined ? (
          <p>Word 和 Excel 文件按词遮盖：写出要遮盖的词，文件中每一处都会替换为等长的黑块。</p>
        ) : (
          <Boxes
            pages={pages}
            source={page => `/api/v1/requests/${id}/papers/${paper}/pages/${page}`}
            boxes={boxes}
            change={setBoxes}
          />
        )}
      </section>
      <section className="card" aria-label="提供">
        <h2>提供给申请人</h2>
        <p>
          {`将重建文件：去除上面列出的全部隐藏内容，遮盖 ${boxes.length} 处位置和 ${words.length} 个词；${
            pages === undefined ? '格式不变' : '每页成为图片，遮盖之下没有文字'
          }。重建后自动再检查一遍，有残留的不会提供。原件留在办理材料中，申请人看不到。`}
        </p>
        <Outcome acting={acting} />
        {acting.busy && <p role="status">正在重建和复查，页数多的需要一两分钟……</p>}
        <p className="actions">
          <Popconfirm
            title="提供后申请人即可下载，不能收回。"
            okText="确认提供"
            cancelText="再看看"
            onConfirm={() => void give()}
          >
            <Button type="primary" loading={acting.busy}>
              重建并提供给申请人
            </Button>
          </Popconfirm>
          <Button onClick={() => navigate(deskPaths.request(id))}>返回申请</Button>
        </p>
      </section>
    </>
  )
}

function HiddenList({ found }: { found: readonly Hidden[] }) {
  return (
    <section className="card" aria-label="看不见的内容">
      <h2>文件中看不见的内容</h2>
      {found.length === 0 ? (
        <Alert type="success" showIcon title="没有发现批注、修订、隐藏内容、属性或者黑块下的文字。" />
      ) : (
        <div className="frame">
          <table className="lines cards">
            <thead>
              <tr>
                <th scope="col">种类</th>
                <th scope="col">位置</th>
                <th scope="col">内容</th>
                <th scope="col">处数</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ kind, where, what, count }) => (
                <tr key={`${kind} ${where} ${what}`}>
                  <td>{hiddenLabel[kind]}</td>
                  <td>{where}</td>
                  <td>{what}</td>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
