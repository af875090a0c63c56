package suggest

// pressStatementRows are sentences as newspapers write them: insets, insertions, quotations that are broken and go on.
var pressStatementRows = []statementRow{}
