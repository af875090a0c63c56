package suggest

// quotedStatementRows are quotations as newspapers give them, by whom ever, and what stands within them.
var quotedStatementRows = []statementRow{}
