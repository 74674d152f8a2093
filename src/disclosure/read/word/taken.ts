/** What an import met that it changed or left out, to be told in words. */
export class Taken {
  changes = 0
  readonly authors = new Set<string>()
  comments = 0
  hidden = 0
  outside = 0
  embedded = 0
  drawings = 0
  pictures = 0
  contents = 0

  /** One sentence for each. */
  notes(): readonly string[] {
    const who = this.authors.size === 0 ? '' : `（修订人：${[...this.authors].slice(0, 5).join('、')}）`
    return [
      ...told(this.changes, `有 ${this.changes} 处修订痕迹${who}，已按接受修订后的文字导入，请核对。`),
      ...told(this.comments, `有 ${this.comments} 条批注，没有导入。`),
      ...told(this.hidden, `有 ${this.hidden} 处隐藏文字，没有导入。`),
      ...told(this.outside, `有 ${this.outside} 张图片链接在文件之外，没有导入，请另行插入。`),
      ...told(
        this.embedded,
        `嵌有 ${this.embedded} 个其他文件或者对象，没有导入，需要公开的请作为附件上传。`,
      ),
      ...told(this.drawings, `有 ${this.drawings} 个图表或者图形没有导入，请另存为图片后插入。`),
      ...told(this.pictures, `有 ${this.pictures} 张图片不是 PNG 或者 JPG，没有导入，请另存后插入。`),
      ...told(this.contents, '文件中的目录没有导入，网页按标题自动生成。'),
    ]
  }
}

function told(count: number, note: string): readonly string[] {
  return count === 0 ? [] : [note]
}
