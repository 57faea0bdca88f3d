// Bytes or a text become a file of the reader's.

export function handOver(name: string, content: Uint8Array | string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer> | string]))
  link.download = name
  link.click()
  // Firefox takes the bytes later than it takes the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
