// The syntax of Go 1.22, generics included, strong LL(1): one token decides every alternative, so the generated parser
// never calls adaptivePredict (grammar/check.sh and syntax_test hold it to that). README.md says how the token stream
// makes this possible. What the grammar over-accepts is rejected by compiler/syntax/build_*.cc, in gc's words.
//
// There is no rule for a whole file: compiler/syntax/parse.cc calls packageClause, importDecl and topLevelDecl itself,
// and turns each declaration into syntax tree before it goes on to the next.
parser grammar GoParser;

options { tokenVocab = GoLexer; superClass = ParserBase; contextSuperClass = FlatContext; }

@parser::preinclude {
#include "compiler/syntax/parser_base.h"
}

// ---- declarations -------------------------------------------------------------------------------------------------

packageClause : PACKAGE NAME ;

topLevelDecl : importDecl | constDecl | typeDecl | varDecl | funcDecl ;

importDecl : IMPORT ( importSpec | LPAREN ( importSpec ( SEMI importSpec )* )? TRAILING_SEMI? RPAREN ) ;
importSpec : ( NAME | DOT )? literal ;

constDecl : CONST ( constSpec | LPAREN ( constSpec ( SEMI constSpec )* )? TRAILING_SEMI? RPAREN ) ;
constSpec : NAME ( COMMA NAME )* ( type_ initializer? | initializer )? ;

varDecl : VAR ( varSpec | LPAREN ( varSpec ( SEMI varSpec )* )? TRAILING_SEMI? RPAREN ) ;
varSpec : NAME ( COMMA NAME )* ( type_ initializer? | initializer ) ;

// `:=` is accepted for a better message.
initializer : ( ASSIGN | DEFINE ) exprList ;

typeDecl : TYPE ( typeSpec | LPAREN ( typeSpec ( SEMI typeSpec )* )? TRAILING_SEMI? RPAREN ) ;
typeSpec : NAME ( TPARAM_LBRACK tparams? RBRACK )? ( ASSIGN | DEFINE )? type_ ;

funcDecl : FUNC receiver? NAME ( LBRACK tparams? RBRACK )? signature funcBody? ;
receiver : LPAREN params? RPAREN ;
funcBody : FUNC_BODY stmtList RBRACE ;

// ---- types --------------------------------------------------------------------------------------------------------

type_    : typeName | bracketType | typeLit ;
typeTail : typeName | typeLit ;  // a type that cannot be mistaken for the [...] after a name

typeName    : NAME ( DOT NAME )? typeArgs? ;
typeArgs    : LBRACK type_ ( COMMA type_ )* TRAILING_COMMA? RBRACK ;
bracketType : LBRACK ( RBRACK | ELLIPSIS RBRACK | expr RBRACK ) type_ ;
typeLit     : parenType | pointerType | recvChanType | funcType | structType | interfaceType | mapType | chanType ;

parenType     : LPAREN type_ RPAREN ;
pointerType   : STAR type_ ;
recvChanType  : ARROW CHAN type_ ;
chanType      : CHAN CHAN_ARROW? type_ ;
mapType       : MAP LBRACK type_ RBRACK type_ ;
funcType      : FUNC signature ;
structType    : STRUCT LBRACE ( fieldDecl ( SEMI fieldDecl )* )? TRAILING_SEMI? RBRACE ;
interfaceType : INTERFACE LBRACE ( interfaceElem ( SEMI interfaceElem )* )? TRAILING_SEMI? RBRACE ;

// `name [ … ]` followed by a type is a name and its array type, alone it is a generic type: the builder looks.
arrayOrArgs : LBRACK ( RBRACK type_ | ELLIPSIS RBRACK type_ | expr ( COMMA expr )* TRAILING_COMMA? RBRACK type_? ) ;

fieldDecl : ( NAME ( DOT NAME typeArgs? | arrayOrArgs | typeTail | ( COMMA NAME )+ type_ )? | embeddedPtr | parenType )
            literal? ;
embeddedPtr : STAR type_ ;

interfaceElem : METHOD_NAME ( TPARAM_LBRACK tparams? RBRACK )? signature | typeUnion ;
typeUnion : term ( OR term )* ;
term  : TILDE? type_ ;

signature  : LPAREN params? ( RPAREN | RESULT_RPAREN result ) ;
result     : resultList | typeName | bracketType | resultLit ;
resultLit  : pointerType | recvChanType | funcType | structType | interfaceType | mapType | chanType ;
resultList : LPAREN params? RPAREN ;

// Whether a lone name is a parameter's name or its type depends on the rest of the list: the builder decides.
params : param ( COMMA param )* TRAILING_COMMA? ;
param  : NAME ( DOT NAME typeArgs? | arrayOrArgs | typeTail | variadic )? | variadic | bracketType | typeLit ;
variadic : ELLIPSIS type_ ;

tparams : tparam ( COMMA tparam )* TRAILING_COMMA? ;
tparam  : NAME typeUnion? ;

// ---- expressions --------------------------------------------------------------------------------------------------

exprList : expr ( COMMA expr )* ;

// Flat: the builder applies precedence. (Left recursion would cost adaptivePredict and half the speed.)
expr : unaryExpr
       ( ( LOR | LAND | EQL | NEQ | LSS | LEQ | GTR | GEQ | PLUS | MINUS | OR | CARET | STAR | SLASH | PERCENT | SHL | SHR
         | AMP | AND_NOT ) unaryExpr )* ;

unaryExpr : ( PLUS | MINUS | NOT | CARET | STAR | AMP | ARROW | TILDE )*
            ( ( operand | structType | interfaceType ) suffix*
            | litType ( ( litValue | arguments ) suffix* )?
            | FUNC signature ( funcBody suffix* | ( litValue | arguments ) suffix* )? ) ;

operand : NAME | NUMBER | CHAR | STRING | LPAREN expr RPAREN ;
literal : NUMBER | CHAR | STRING ;
litType : bracketType | mapType | chanType ;

suffix    : selector | index | arguments | litValue ;
selector  : DOT ( NAME | LPAREN ( TYPE | type_ ) RPAREN ) ;
index     : LBRACK ( expr ( ( COMMA expr )* TRAILING_COMMA? | sliceTail ) | sliceTail ) RBRACK ;
sliceTail : COLON expr? ( COLON expr? )? ;
arguments : LPAREN ( expr ELLIPSIS? ( COMMA expr ELLIPSIS? )* TRAILING_COMMA? )? RPAREN ;

litValue : LBRACE ( element ( COMMA element )* TRAILING_COMMA? )? RBRACE ;
element  : ( expr | litValue ) ( COLON ( expr | litValue ) )? ;

// ---- statements ---------------------------------------------------------------------------------------------------

stmtList : ( stmt { stmtEnd(); } )? ( SEMI ( stmt { stmtEnd(); } )? )* TRAILING_SEMI? ;

stmt : labeledOrSimple | block | constDecl | typeDecl | varDecl | ifStmt | forStmt | switchStmt | selectStmt
     | returnStmt | branchStmt | gotoStmt | callStmt ;

labeledOrSimple : simpleStmt ( { labelStart(); } COLON { labelEnd(); } stmt? )? ;

simpleStmt : exprList ( ( ASSIGN | DEFINE ) ( exprList | rangeClause ) | ASSIGN_OP expr | INC | DEC | ARROW expr
                      | { exprStmtEnd(); } ) ;
rangeClause : RANGE expr ;

block      : LBRACE stmtList RBRACE ;
returnStmt : RETURN exprList? ;
branchStmt : ( BREAK | CONTINUE ) NAME? | FALLTHROUGH ;
gotoStmt   : GOTO NAME ;
callStmt   : ( GO | DEFER ) expr ;

ifStmt   : IF header headerBody ( ELSE ( ifStmt | block ) )? ;
header   : VAR? simpleStmt? ( SEMI simpleStmt? )? ;  // var is accepted for a better message
forStmt  : FOR forHeader headerBody ;
forHeader : VAR? ( simpleStmt | rangeClause )? ( SEMI simpleStmt? SEMI simpleStmt? )? ;
headerBody : HEADER_BODY stmtList RBRACE ;

switchStmt : SWITCH header HEADER_BODY caseClause* RBRACE ;
caseClause : ( CASE exprList | DEFAULT ) COLON stmtList ;
selectStmt : SELECT HEADER_BODY commClause* RBRACE ;
commClause : ( CASE simpleStmt | DEFAULT ) COLON stmtList ;
