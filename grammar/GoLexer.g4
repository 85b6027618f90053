// The tokens of Go 1.22, over bytes (not code points): a byte >= 0x80 belongs to a name, and C++ validates the UTF-8
// and the letters afterwards. This keeps Unicode's tables out of the ATN, whose decoding would dominate start-up.
//
// The rules are coarse where gc has better messages than "no rule matches": a malformed number, an unterminated
// string and a stray byte are tokens too; compiler/syntax/literals.cc says what is wrong with them. No rule has
// actions or commands: compiler/syntax/lexer_base.cc drops blanks and comments and inserts semicolons.
lexer grammar GoLexer;

// Made by compiler/syntax/token_stream.cc from the plain tokens, so that one token of lookahead decides everything.
tokens {
  HEADER_BODY,      // { that opens the body of an if, for, switch or select
  FUNC_BODY,        // { that opens the body of a function
  TPARAM_LBRACK,    // [ that opens the type parameters of a type declaration
  TRAILING_COMMA,   // , before ) ] }
  TRAILING_SEMI,    // ; before ) }
  METHOD_NAME,      // name of a method in an interface
  RESULT_RPAREN,    // ) of a parameter list that a result follows
  CHAN_ARROW        // <- of chan<-
}

BREAK       : 'break' ;
CASE        : 'case' ;
CHAN        : 'chan' ;
CONST       : 'const' ;
CONTINUE    : 'continue' ;
DEFAULT     : 'default' ;
DEFER       : 'defer' ;
ELSE        : 'else' ;
FALLTHROUGH : 'fallthrough' ;
FOR         : 'for' ;
FUNC        : 'func' ;
GO          : 'go' ;
GOTO        : 'goto' ;
IF          : 'if' ;
IMPORT      : 'import' ;
INTERFACE   : 'interface' ;
MAP         : 'map' ;
PACKAGE     : 'package' ;
RANGE       : 'range' ;
RETURN      : 'return' ;
SELECT      : 'select' ;
STRUCT      : 'struct' ;
SWITCH      : 'switch' ;
TYPE        : 'type' ;
VAR         : 'var' ;

LPAREN   : '(' ;
RPAREN   : ')' ;
LBRACK   : '[' ;
RBRACK   : ']' ;
LBRACE   : '{' ;
RBRACE   : '}' ;
COMMA    : ',' ;
SEMI     : ';' ;
COLON    : ':' ;
DOT      : '.' ;
ELLIPSIS : '...' ;
ASSIGN   : '=' ;
DEFINE   : ':=' ;
INC      : '++' ;
DEC      : '--' ;
ARROW    : '<-' ;

LOR     : '||' ;
LAND    : '&&' ;
EQL     : '==' ;
NEQ     : '!=' ;
LSS     : '<' ;
LEQ     : '<=' ;
GTR     : '>' ;
GEQ     : '>=' ;
PLUS    : '+' ;
MINUS   : '-' ;
OR      : '|' ;
CARET   : '^' ;
STAR    : '*' ;
SLASH   : '/' ;
PERCENT : '%' ;
SHL     : '<<' ;
SHR     : '>>' ;
AMP     : '&' ;
AND_NOT : '&^' ;
NOT     : '!' ;
TILDE   : '~' ;

ASSIGN_OP : ( [+\-*/%&|^] | '<<' | '>>' | '&^' ) '=' ;

NAME : [a-zA-Z_\u0080-\u00FF] [a-zA-Z0-9_\u0080-\u00FF]* ;

NUMBER
  : '0' [xX] [0-9a-fA-F_]* ( '.' [0-9a-fA-F_]* )? ( [pP] [+\-]? [0-9_]* )? 'i'?
  | '0' [bBoO] [0-9_]* ( '.' [0-9_]* )? Exponent? 'i'?
  | [0-9] [0-9_]* ( '.' [0-9_]* )? Exponent? 'i'?
  | '.' [0-9] [0-9_]* Exponent? 'i'?
  ;
fragment Exponent : [eEpP] [+\-]? [0-9_]* ;

CHAR       : '\'' ( ~['\\\n] | '\\' ~[\n] )* '\'' ;
STRING     : '"' ( ~["\\\n] | '\\' ~[\n] )* '"' ;
RAW_STRING : '`' ~[`]* '`' ;

UNTERMINATED_CHAR    : '\'' ( ~['\\\n] | '\\' ~[\n] )* '\\'? ;
UNTERMINATED_STRING  : '"' ( ~["\\\n] | '\\' ~[\n] )* '\\'? ;
UNTERMINATED_RAW     : '`' ~[`]* ;
LINE_COMMENT         : '//' ~[\n]* ;
BLOCK_COMMENT        : '/*' ( ~[*] | '*'+ ~[*/] )* '*'+ '/' ;
UNTERMINATED_COMMENT : '/*' ( ~[*] | '*'+ ~[*/] )* '*'* ;
NEWLINE              : '\n' ;
BLANKS               : [ \t\r]+ ;
INVALID              : [\u0000-\u00FF] ;
