package   messy
import ("os"; "fmt")

// T has a comment.
type T struct{
a int // first
longer, b string `json:"b"`
f func (x,y int)(z int,err error) // last
}

const (
One = 1+iota*2
Two   // two
Three int64 = 3
)

func (t *T)Method(args ...interface{}) (ok bool){
	x:=[][]int{[]int{1,2},[]int{a+b*c, d<<e|f&^g}}
	for i:=0;i<10;i++{if i%2==0{continue}else if x!=nil {break}
	}
	switch y:=x.(type){
	// numbers
	case int,int64: fmt.Println( y )
	default:
	    go func(){ os.Exit( -1 ) }()
	}
	m:=map[string]*T{"one":&T{},
	"three":nil, // none
	}
label: select{ case v,ok:= <-ch: _ = v; case ch<-1:
	}
	goto label
	return m["x"].
		Method(1,
	2) && s[i : len(s)] != nil
}


func Generic[K comparable,V ~int|~string]( m map[K]V )(  []K ){ return nil }
