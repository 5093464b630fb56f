/** Colours for LLVM IR, which the highlighter does not know: a grammar of words, enough to read by. */
const patterns = [
  ['comment.line.semicolon', ';.*$'],
  ['string.quoted.double', '[%@!]?"[^"]*"'],
  ['entity.name.function', '@[-\\w.$]+|@\\.\\.\\.'],
  ['variable.other', '%[-\\w.$]+'],
  ['entity.name.label', '^[-\\w.$]+(?=:)'],
  ['variable.parameter', '![-\\w.]*'],
  ['support.type', '\\b(?:i\\d+|void|ptr|half|bfloat|float|double|fp128|label|token|metadata|opaque|x)\\b'],
  [
    'keyword.control',
    '\\b(?:define|declare|call|tail|musttail|ret|br|switch|invoke|unwind|resume|unreachable|load|store|alloca' +
      '|getelementptr|inbounds|phi|select|icmp|fcmp|add|sub|mul|udiv|sdiv|urem|srem|fadd|fsub|fmul|fdiv|fneg|shl' +
      '|lshr|ashr|and|or|xor|zext|sext|trunc|bitcast|inttoptr|ptrtoint|addrspacecast|fpext|fptrunc|sitofp|uitofp' +
      '|fptosi|fptoui|atomicrmw|cmpxchg|fence|landingpad|cleanup|extractvalue|insertvalue|freeze)\\b',
  ],
  [
    'storage.modifier',
    '\\b(?:global|constant|private|internal|external|weak|weak_odr|linkonce|linkonce_odr|common|hidden|protected' +
      '|dso_local|unnamed_addr|local_unnamed_addr|align|section|comdat|type|target|triple|datalayout|attributes' +
      '|source_filename|nounwind|readonly|readnone|nocapture|noalias|nsw|nuw|to|null|true|false|undef|poison' +
      '|zeroinitializer)\\b',
  ],
  ['constant.numeric', '(?<![\\w.$-])-?\\d[\\d.]*(?:e[-+]?\\d+)?\\b|\\b0x[0-9A-Fa-f]+\\b'],
].map(([name, match]) => ({ name: `${name}.llvm`, match }))

export default { name: 'llvm', scopeName: 'source.llvm', patterns }
