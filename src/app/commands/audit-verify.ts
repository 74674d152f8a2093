import { verifyAudit } from '../../platform/audit.ts'
import type { Command } from './command.ts'
import { withData } from './serve.ts'

/** `gongkai audit verify`: walks the trail; code 1 where a row was changed, removed or moved. */
export const auditVerify: Command = {
  help: '用法：gongkai audit verify [--data 目录]\n校验操作留痕，指出被改动、删除或移动的记录。',
  run: args =>
    withData(args, async ({ db }) => {
      const { rows, broken } = await verifyAudit(db)
      console.log(
        `已校验 ${rows} 条记录，${broken.length === 0 ? '完整无缺。' : `发现 ${broken.length} 处问题：`}`,
      )
      for (const { id, why } of broken) console.log(`  第 ${id} 条：${why}`)
      return broken.length === 0 ? 0 : 1
    }),
}
